'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { meQuery, useZone } from '#components/shell/use-me.ts'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { serverNow } from '#lib/http/api.ts'
import { isProblem } from '#lib/http/problem.ts'
import { meetingQuery } from '#lib/meetings/meeting-queries.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { FormSkeleton } from './form-skeleton.tsx'
import { editPlace } from './kept-form.ts'
import { LazyForm } from './lazy-form.tsx'
import { valuesOf } from './meeting-values.ts'

const Gone = lazily(() => import('./edit-states.tsx').then((module) => module.Gone), <FormSkeleton />)
const NotMine = lazily(() => import('./edit-states.tsx').then((module) => module.NotMine), <FormSkeleton />)

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
  if (!base.can.edit) return <NotMine meeting={base} />
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
