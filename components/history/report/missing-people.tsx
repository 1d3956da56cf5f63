import { couldBeText } from '#components/history/parts/could-be-text.ts'
import type { MissingPerson, Session } from '#lib/history/schema.ts'

/** Invited people not known to have come: absent, or unknown while others are unidentified. */
export function MissingPeople({ session }: { session: Session }) {
  const { missing, asOf } = session
  if (missing.length === 0 || asOf === null) return null
  const unknown = missing.filter(({ state }) => state === 'unknown')
  return (
    <section aria-labelledby="missing-title" className="mt-8 print:mt-5 print:break-inside-avoid">
      <h2 id="missing-title" className="font-semibold text-16">
        Invited, not seen <span className="figures font-normal text-14 text-faint">{missing.length}</span>
      </h2>
      {unknown.length > 0 ? (
        <p className="mt-1 text-14 text-soft">
          {unknown.length === 1 ? 'This person' : 'Each of them'} {couldBeText(session)}.
        </p>
      ) : null}
      <ul className="mt-2 divide-y divide-line rounded-xl border border-line bg-raised shadow-low print:shadow-none">
        {missing.map(({ personId, name, required, state }) => (
          <li key={personId} className="flex min-h-11 flex-wrap items-center gap-x-4 px-4 py-2 text-14 print:min-h-0">
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              <bdi>{name}</bdi>
            </span>
            <span className="w-20 text-right text-12 text-soft">{stateWords[state]}</span>
            <span className="w-16 text-right text-12 text-faint">{required ? 'required' : 'optional'}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const stateWords: Record<MissingPerson['state'], string> = { absent: 'absent', excused: 'excused', unknown: 'unknown' }
