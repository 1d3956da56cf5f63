import { apart } from '#lib/apart.ts'
import { formatMeetingId } from '#lib/meeting-id.ts'
import type { MeetingDetail } from '#lib/meetings/schema.ts'
import { formatDay, formatTimeRange, zoneLabels } from '#lib/time/format.ts'
import { zoneName } from '#lib/time/zone-names.ts'
import { dialIn } from './dial-in.ts'

export type Reminder = { href: string /** Mail programs cut off longer addresses. */; isTooLong: boolean }

type Reminded = Pick<
  MeetingDetail,
  'subject' | 'startsAt' | 'endsAt' | 'zone' | 'gotoMeetingId' | 'joinUrl' | 'audio' | 'organizer'
>

/** Windows passes at most 2,048 characters to a mail program. */
const longest = 2_000

/**
 * The meeting's link again, as a mail that opens in the person's own mail program. Addresses go into bcc, since the
 * invited need not see each other's. Times are in the organizer's zone, which the mail names.
 */
export function writeReminder(meeting: Reminded, to: readonly string[], link: string, zone: string): Reminder {
  const fields = [
    `bcc=${to.map(encodeURIComponent).join(',')}`,
    `subject=${encodeURIComponent(`Join: ${apart(oneLine(meeting.subject))}`)}`,
    `body=${encodeURIComponent(bodyOf(meeting, link, zone).join('\r\n'))}`,
  ]
  const href = `mailto:?${fields.join('&')}`
  return { href, isTooLong: href.length > longest }
}

function bodyOf(meeting: Reminded, link: string, zone: string): string[] {
  const audio = dialIn(meeting.audio).map(({ text }) => text)
  return [
    oneLine(meeting.subject),
    whenText(meeting, zone),
    '',
    `Join: ${link}`,
    `Join as a guest: ${meeting.joinUrl}`,
    `Meeting ID: ${formatMeetingId(meeting.gotoMeetingId)}`,
    ...(audio.length > 0 ? ['', ...audio] : []),
    '',
    meeting.organizer.name,
  ]
}

function whenText({ startsAt, endsAt, zone: own }: Reminded, otherwise: string): string {
  if (!startsAt || !endsAt) return 'Open at any time'
  const zone = own ?? otherwise
  const name = zoneName(zone)
  const label = zoneLabels(startsAt, endsAt, zone)
  // With the year, because a mail may be read much later.
  return `${formatDay(startsAt, zone, new Date(0))}, ${formatTimeRange(startsAt, endsAt, zone)} ${label}${label === name ? '' : ` (${name})`}`
}

/** Line breaks would end a mail's header field. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are meant
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()
}
