import { AttendeeMarks } from '#components/history/parts/attendee-marks.tsx'
import { typedAs } from '#components/history/parts/attendee-words.ts'
import { Deviation } from '#components/history/parts/deviation.tsx'
import { spanText } from '#components/history/parts/figures.ts'
import { Value } from '#components/history/parts/value.tsx'
import { PageLink } from '#components/shell/page-link.tsx'
import { personColumns } from '#lib/history/columns.ts'
import { serverNow } from '#lib/http/api.ts'
import { formatDay } from '#lib/time/format.ts'
import type { PersonRow } from './people-rows.ts'

/** One person in one session. Narrow: the session and its times stand under the name. */
export function PeopleRow({ row: { id, item }, zone }: { row: PersonRow; zone: string }) {
  const { name, email, required, sessionId, subject, startedAt, firstJoin, lastLeave } = item
  const session = (
    <>
      <PageLink
        href={`/history/${sessionId}`}
        dir="auto"
        className="text-ink underline decoration-line-strong underline-offset-2 [overflow-wrap:anywhere] hover:decoration-current"
      >
        {subject}
      </PageLink>{' '}
      <span className="figures whitespace-nowrap text-12 text-faint">
        {formatDay(startedAt, zone, serverNow())}
        {item.sitting ? ` · sitting ${item.sitting.nth} of ${item.sitting.of}` : ''}
      </span>
    </>
  )
  return (
    <tr id={id} tabIndex={-1} className="align-top hover:bg-hover">
      <th scope="row" className="py-2.5 pr-3 pl-4 text-left font-normal">
        <bdi className="font-medium [overflow-wrap:anywhere]">{name}</bdi>
        {typedAs(item).map((words) => (
          <span key={words} className="block text-12 text-faint [overflow-wrap:anywhere]">
            {words}
          </span>
        ))}
        {email ? <Address email={email} /> : null}
        <AttendeeMarks row={item} />
        {required ? <span className="block text-12 text-faint">{required}</span> : null}
        <span className="mt-1 block text-14 md:hidden">{session}</span>
        <span className="figures block text-12 text-soft md:hidden">
          {spanText(firstJoin, lastLeave, firstJoin ?? startedAt, zone)}
        </span>
      </th>
      <td className="px-3 py-2.5 max-md:hidden">{session}</td>
      <td className="px-3 py-2.5 max-md:hidden">
        <Value column={personColumns.firstJoin} row={item} base={firstJoin ?? startedAt} zone={zone} />
        <Deviation row={item} of="isLate" />
      </td>
      <td className="px-3 py-2.5 max-md:hidden">
        <Value column={personColumns.lastLeave} row={item} base={lastLeave ?? startedAt} zone={zone} />
        <Deviation row={item} of="leftEarly" />
      </td>
      <td className="figures whitespace-nowrap px-3 py-2.5 text-right">
        <Value column={personColumns.minutes} row={item} base={startedAt} zone={zone} />
      </td>
      <td className="figures whitespace-nowrap py-2.5 pr-4 pl-3 text-right">
        <Value column={personColumns.share} row={item} base={startedAt} zone={zone} />
      </td>
    </tr>
  )
}

/** Too long for a phone, it breaks at its sign first. */
function Address({ email }: { email: string }) {
  const [name, host] = email.split('@')
  return (
    <span className="block text-12 text-faint [overflow-wrap:anywhere]">
      {name}
      {host === undefined ? null : (
        <>
          <wbr />@{host}
        </>
      )}
    </span>
  )
}
