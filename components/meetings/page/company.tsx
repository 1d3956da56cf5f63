import { everybodyInvited } from '#lib/meetings/rules.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { NamedPerson } from './named-person.tsx'

type Line = { personId: string; name: string; required: boolean | null; hasPressed: boolean }

/**
 * Who else is in it or asked to be, in one list: those who pressed Join first. A press is not presence, and who isn't
 * invited only learns how many pressed.
 */
export function Company({ meeting, me }: { meeting: MeetingDetail; me: string | undefined }) {
  const lines = linesOf(meeting)
  const isOn = ['waiting', 'live', 'ending'].includes(meeting.state)
  if (lines.length === 0 && !isOn) return null
  return (
    <section aria-labelledby="people">
      <h2 id="people" className="font-semibold text-16">
        People <span className="figures font-normal text-14 text-faint">{summary(meeting, isOn)}</span>
      </h2>
      {lines.length > 0 ? (
        <ul className="mt-2 divide-y divide-line overflow-clip rounded-xl border border-line bg-raised shadow-low">
          {lines.map(({ personId, name, required, hasPressed }) => (
            <li key={personId} className="flex min-h-11 flex-wrap items-center gap-x-3 px-4 py-2 text-14">
              <NamedPerson name={personId === me ? 'You' : name} required={required} />
              {hasPressed ? <span className="ml-auto text-soft">Pressed Join</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function linesOf(meeting: MeetingDetail): Line[] {
  const { company } = meeting
  const pressed = new Set(company?.map(({ personId }) => personId))
  const asked = everybodyInvited(meeting).map((one): Line => ({ ...one, hasPressed: pressed.has(one.personId) }))
  const known = new Set(asked.map(({ personId }) => personId))
  const others = (company ?? []).filter(({ personId }) => !known.has(personId))
  return [
    ...asked.filter(({ hasPressed }) => hasPressed),
    ...others.map((one): Line => ({ ...one, required: null, hasPressed: true })),
    ...asked.filter(({ hasPressed }) => !hasPressed),
  ]
}

/** `8 invited · 3 from here pressed Join` */
function summary(meeting: MeetingDetail, isOn: boolean): string {
  const { company, joinPresses } = meeting
  const invited = everybodyInvited(meeting)
  const pressed = company?.length ?? joinPresses
  return [
    invited.length > 0 ? `${invited.length} invited` : null,
    isOn ? `${pressed === 0 ? 'nobody' : pressed} from here pressed Join` : null,
  ]
    .filter((text) => text !== null)
    .join(' · ')
}
