type NamedPersonProps = {
  name: string
  /** null: not invited, or unknown. */
  required: boolean | null
  /** What else is known of them. */
  facts?: readonly string[]
}

/** Somebody in a list of a meeting's people, marked in the same way before the meeting and after it. */
export function NamedPerson({ name, required, facts = [] }: NamedPersonProps) {
  const marks = [...(required === null ? [] : [required ? 'required' : 'optional']), ...facts]
  return (
    <span className="min-w-0 basis-full [overflow-wrap:anywhere] sm:flex-1 sm:basis-0">
      <bdi>{name}</bdi>
      {marks.length > 0 ? <span className="text-12 text-faint"> · {marks.join(' · ')}</span> : null}
    </span>
  )
}
