import { useRouter } from 'next/navigation'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { LinkButton } from '#components/ui/link-button.tsx'
import { apart } from '#lib/apart.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { editPlace, keepForm, newPlace, readForm } from './kept-form.ts'

/** Load it lazily, as all of this file: few come to change what they can't. */
export function NotMine({ meeting: { id, subject, organizer } }: { meeting: MeetingDetail }) {
  return (
    <div className="mt-6">
      <EmptyState
        title="Only its organizer can change this meeting"
        action={<LinkButton href={`/meetings/${id}`}>Back to the meeting</LinkButton>}
      >
        {apart(organizer.name)} organizes “{apart(subject)}”.
      </EmptyState>
    </div>
  )
}

/** The meeting is gone, but what was typed is still here. */
export function Gone({ id }: { id: string }) {
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
