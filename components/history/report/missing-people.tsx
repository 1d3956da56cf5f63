import type { Session } from '#lib/history/schema.ts'

/** Who was invited and is not known to have been there. Not the same as absent while somebody is not identified. */
export function MissingPeople({ session: { missing, unidentified, asOf } }: { session: Session }) {
  if (missing.length === 0 || asOf === null) return null
  const required = missing.filter((person) => person.required)
  const ordered = [...required, ...missing.filter((person) => !person.required)]
  return (
    <section aria-labelledby="missing-title" className="mt-8 print:mt-5 print:break-inside-avoid">
      <h2 id="missing-title" className="font-semibold text-16">
        Invited, not seen <span className="figures font-normal text-14 text-faint">{missing.length}</span>
      </h2>
      {unidentified > 0 ? (
        <p className="mt-1 text-14 text-soft">
          {missing.length === 1 ? 'This person' : 'Each of them'} could be{' '}
          {unidentified === 1 ? 'the one unidentified attendee' : `one of the ${unidentified} unidentified attendees`}.
        </p>
      ) : null}
      <ul className="mt-2 divide-y divide-line rounded-xl border border-line bg-raised shadow-low print:shadow-none">
        {ordered.map(({ personId, name, required: isRequired }) => (
          <li
            key={personId}
            className="flex min-h-11 items-center justify-between gap-4 px-4 py-2 text-14 print:min-h-0"
          >
            <span className="[overflow-wrap:anywhere]">{name}</span>
            <span className="text-12 text-faint">{isRequired ? 'required' : 'optional'}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
