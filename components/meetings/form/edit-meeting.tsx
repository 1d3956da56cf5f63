'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { meQuery, useZone } from '#components/shell/use-me.ts'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { apart } from '#lib/apart.ts'
import { serverNow } from '#lib/http/api.ts'
import { isProblem } from '#lib/http/problem.ts'
import { meetingQuery } from '#lib/meetings/meeting-queries.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { FormSkeleton } from './form-skeleton.tsx'
import { editPlace, keepForm, newPlace, readForm } from './kept-form.ts'
import { LazyForm } from './lazy-form.tsx'
import { valuesOf } from './meeting-values.ts'

export function EditMeeting({ id }: { id: string }) {
  const query = useQuery({ ...meetingQuery(id), refetchInterval: false, refetchOnWindowFocus: false, staleTime: 0 })
  const me = useQuery(meQuery)
  // What was typed before can be read once it is known who is here.
  const isFresh = query.isFetchedAfterMount && me.data !== undefined
  const error = query.error ?? (me.data ? null : me.error)

  return (
    <>
      <h1 className="font-semibold text-28">Edit meeting</h1>
      {query.data && isFresh ? (
        <Editing loaded={query.data} />
      ) : isProblem(query.error, 'not_found') && isFresh ? (
        <Gone id={id} />
      ) : error ? (
        <div className="mt-6">
          <EmptyState
            title="Couldn’t load the meeting"
            action={
              <Button
                onClick={() => {
                  query.refetch()
                  me.refetch()
                }}
              >
                Try again
              </Button>
            }
          >
            {error.message} Anything you typed before is kept in this browser.
          </EmptyState>
        </div>
      ) : (
        <FormSkeleton />
      )}
    </>
  )
}

/** Starts from what was loaded first: later data must not change the form under somebody typing. */
function Editing({ loaded }: { loaded: MeetingDetail }) {
  const zone = useZone()
  const [base, setBase] = useState(loaded)
  const [round, setRound] = useState(0)
  if (!base.can.edit)
    return (
      <div className="mt-6">
        <EmptyState
          title="Only its organizer can change this meeting"
          action={<LinkButton href={`/meetings/${base.id}`}>Back to the meeting</LinkButton>}
        >
          {apart(base.organizer.name)} organizes “{apart(base.subject)}”.
        </EmptyState>
      </div>
    )
  return (
    <LazyForm
      key={round}
      place={editPlace(base.id)}
      meeting={base}
      initial={valuesOf(base, serverNow(), zone)}
      onRestart={(now) => {
        setBase(now)
        setRound(round + 1)
      }}
    />
  )
}

/** The meeting is gone, but what was typed is still here. */
function Gone({ id }: { id: string }) {
  const router = useRouter()
  const kept = readForm(editPlace(id))

  function createAgain(): void {
    if (!kept) return
    keepForm(newPlace('again'), { ...kept, version: null, isUnsure: false, requestId: crypto.randomUUID() })
    keepForm(editPlace(id), null)
    router.push('/meetings/new?draft=again')
  }

  return (
    <div className="mt-6">
      <EmptyState
        title="This meeting is no longer available"
        action={
          kept ? (
            <Button tone="primary" onClick={createAgain}>
              Create it again
            </Button>
          ) : (
            <LinkButton href="/meetings">Your meetings</LinkButton>
          )
        }
      >
        It was deleted, here or at GoTo, or you no longer have access to it.
        {kept ? ' What you typed is kept: create it again to get a new meeting ID.' : ''}
      </EmptyState>
    </div>
  )
}
