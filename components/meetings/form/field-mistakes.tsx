import { Banner } from '#components/ui/banner.tsx'
import type { FieldErrors } from './read-form.ts'

/** A mistake in a part of a field begins with the field's name: `invitedGroups`. */
const names: Record<string, string> = {
  subject: 'Subject',
  startsAt: 'Starts',
  endsAt: 'Ends',
  zone: 'Time zone',
  roomId: 'Where',
  invited: 'Invited',
  agenda: 'Agenda',
  audio: 'Audio',
  coorganizers: 'Co-organizers',
  visibility: 'Who can see it',
}

type FieldMistakesProps = { errors: FieldErrors; onGo: (field: string) => void }

/** Names the fields that hold something wrong, each leading there. What is wrong is said at the field, once. */
export function FieldMistakes({ errors, onGo }: FieldMistakesProps) {
  const wrong = Object.keys(names).filter((name) => Object.keys(errors).some((error) => error.startsWith(name)))
  if (wrong.length === 0) return null
  return (
    <Banner tone="trouble">
      {wrong.length === 1 ? 'Not sent. Check ' : 'Not sent. Check these fields: '}
      {wrong.map((name, index) => (
        <span key={name}>
          {index > 0 ? ', ' : ''}
          <button
            type="button"
            onClick={() => onGo(name)}
            className="rounded font-medium underline underline-offset-2 hover:text-trouble"
          >
            {names[name]}
          </button>
        </span>
      ))}
    </Banner>
  )
}
