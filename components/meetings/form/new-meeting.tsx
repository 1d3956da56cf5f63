'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { lastKeptWord } from '#components/meetings/sentence/kept-sentence.ts'
import { useAddress } from '#components/shell/address.ts'
import { meQuery, useZone } from '#components/shell/use-me.ts'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { serverNow } from '#lib/http/api.ts'
import { conflictsQuery, meetingQuery } from '#lib/meetings/meeting-queries.ts'
import { myRoomsQuery } from '#lib/meetings/queries.ts'
import { FormSkeleton } from './form-skeleton.tsx'
import { conflictQueryOf } from './form-times.ts'
import { type FormValues, newValues } from './form-values.ts'
import { newPlace } from './kept-form.ts'
import { LazyForm } from './lazy-form.tsx'
import { copyOf, leftOut } from './meeting-values.ts'
import { NotAnOrganizer } from './not-an-organizer.tsx'

/** Empty, as a copy of a meeting (`?from=`), or with what was started elsewhere (`?draft=`). */
export function NewMeeting() {
  const address = useAddress()
  const { data: me, error, refetch } = useQuery(meQuery)
  const from = address.get('from')
  const client = useQueryClient()
  // Asked for along with who is looking, because the form waits for both.
  useEffect(() => void client.prefetchQuery(myRoomsQuery), [client])
  const title = from ? 'Duplicate meeting' : 'New meeting'
  return (
    <>
      <h1 className="font-semibold text-28">{title}</h1>
      {me === undefined ? (
        error ? (
          <NoForm error={error} onRetry={refetch} />
        ) : (
          <FormSkeleton />
        )
      ) : !me.abilities.includes('meeting.create') ? (
        <NotAnOrganizer connection={me.connection} />
      ) : from ? (
        <Copy key={from} id={from} />
      ) : (
        <Plain key={address.get('draft') ?? ''} asked={address.get('draft') ?? ''} />
      )}
    </>
  )
}

/** `asked`: the form the address names; without one, whatever was last left unfinished. */
function Plain({ asked }: { asked: string }) {
  const zone = useZone()
  const [word] = useState(() => asked || lastKeptWord())
  const [initial] = useState(() => newValues(serverNow(), zone))
  return <New word={word} initial={initial} />
}

function Copy({ id }: { id: string }) {
  const zone = useZone()
  const query = useQuery({ ...meetingQuery(id), refetchInterval: false, refetchOnWindowFocus: false })
  if (query.data)
    return (
      <>
        <LeftOut names={leftOut(query.data)} />
        <New word={`copy-${id}`} initial={copyOf(query.data, serverNow(), zone)} />
      </>
    )
  if (!query.error) return <FormSkeleton />
  return (
    <div className="mt-6">
      <EmptyState
        title="Couldn’t load the meeting to duplicate"
        action={
          <div className="flex flex-wrap justify-center gap-2">
            <Button onClick={() => query.refetch()}>Try again</Button>
            <LinkButton href="/meetings/new">New meeting</LinkButton>
          </div>
        }
      >
        {query.error.message}
      </EmptyState>
    </div>
  )
}

function NoForm({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <div className="mt-6">
      <EmptyState title="Couldn’t open the form" action={<Button onClick={onRetry}>Try again</Button>}>
        {error.message} Anything you typed before is kept in this browser.
      </EmptyState>
    </div>
  )
}

function LeftOut({ names }: { names: string[] }) {
  if (names.length === 0) return null
  return (
    <div className="mt-6">
      <Banner tone="soon">
        Not copied: {names.join(', ')}. You can invite guests of other organizers by e-mail address.
      </Banner>
    </div>
  )
}

/** Longer, nobody waits for what most don't need. */
const mostWaitMs = 3_000

const noTime = { startsAt: '', endsAt: '' }

/**
 * Waits for the rooms it could be in and for what else is at its time, which would move what is below them; not long, nor
 * if they can't be had.
 */
function New({ word, initial }: { word: string; initial: FormValues }) {
  const [base] = useState(initial)
  const rooms = useQuery(myRoomsQuery)
  const atItsTime = conflictQueryOf(base, null)
  const others = useQuery({ ...conflictsQuery(atItsTime ?? noTime), enabled: atItsTime !== null })
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), mostWaitMs)
    return () => clearTimeout(timer)
  }, [])
  const isAwaited = !isLate && [rooms, others].some(({ isLoading, failureCount }) => isLoading && failureCount === 0)
  // Once there it stays: its own questions are the same, and start anew.
  const [isThere, setThere] = useState(false)
  if (!isAwaited && !isThere) setThere(true)
  useEffect(LazyForm.expect, [])
  if (isAwaited && !isThere) return <FormSkeleton />
  return <LazyForm place={newPlace(word)} meeting={null} initial={base} onRestart={() => undefined} />
}
