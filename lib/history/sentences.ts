import { apart } from '#lib/apart.ts'
import type { HistoryCoverage, Session, SessionAttendee, UnreadBecause } from './schema.ts'

/** What people read on pages, in files and in errors when the past isn't fully known. */

/** The same for a session that is somebody else's: even its existence is not theirs to know. */
export const noSuchSession = 'This session doesn’t exist, or you don’t have access to it.'

/** For a period or a report that nobody's grant can read. */
export const nobodyConnected = 'Nobody with access to these meetings has connected GoTo.'

export const notReportedYet = 'GoTo hasn’t reported this session yet. Foyer keeps looking.'

/** Why a report has no attendees, for readers who can't change that. `organizer`: their name. */
export function unreadSentence(because: UnreadBecause, organizer: string): string {
  switch (because) {
    case 'not-over':
      return 'This meeting isn’t over yet. Attendance appears here a few minutes after it ends.'
    case 'preparing':
      return 'GoTo hasn’t reported attendance yet. It usually does within a few minutes of the end.'
    case 'unreadable':
      return 'GoTo’s answer about this meeting couldn’t be understood, so attendance isn’t known.'
    case 'failed':
      return 'GoTo couldn’t be reached for attendance.'
    case 'not-connected':
      return `You don’t have access to this attendance. Ask ${organizer} to open the report, or an administrator to lend Foyer their GoTo connection.`
    case 'organizer-gone':
      return `Attendance is no longer available: ${organizer} is no longer an organizer at GoTo.`
    case 'expired':
      return 'Attendance is no longer available: GoTo keeps it for a year.'
  }
}

/** The same, for readers who could connect GoTo. */
export const connectToRead = 'Connect your GoTo account to see attendance.'

/** For GoTo’s attendance rows that could not be understood. */
function unreadRowsText(rows: number): string {
  const these = rows === 1 ? 'One of GoTo’s attendance rows' : `${rows} of GoTo’s attendance rows`
  return `${these} couldn’t be understood, so somebody may be missing here.`
}

/** What a report and its files say about who may be missing from them; null: nobody. */
export function incompleteText({ unreadRows, unnamed, attendees }: IncompleteReport): string | null {
  // For a report that names nobody there is a sentence of its own.
  const counted = attendees.length === 0 ? 0 : unnamed
  const sentences = [
    unreadRows > 0 ? unreadRowsText(unreadRows) : null,
    counted > 0
      ? `GoTo counted ${counted === 1 ? 'one more person' : `${counted} more people`} than it named, so somebody may be missing here.`
      : null,
  ]
  return sentences.filter((sentence) => sentence !== null).join(' ') || null
}
type IncompleteReport = Pick<Session, 'unreadRows' | 'unnamed' | 'attendees'>

type Punctuality = Pick<SessionAttendee, 'isLate' | 'leftEarly'>

export const deviationWords: Record<keyof Punctuality, string> = { isLate: 'late', leftEarly: 'left early' }

/** How somebody who came didn't keep to the plan; empty: they did, or it isn't known. */
export function deviationsOf({ isLate, leftEarly }: Punctuality): string[] {
  return [...(isLate ? [deviationWords.isLate] : []), ...(leftEarly ? [deviationWords.leftEarly] : [])]
}

/** What a report of several sittings says while a further one isn’t in it. */
export function pendingSentence(pending: 'not-over' | 'preparing'): string {
  return pending === 'not-over'
    ? 'This meeting is still running. The sittings so far are shown.'
    : 'GoTo hasn’t reported the latest sitting yet. The earlier ones are shown.'
}

/** Why a report that was read names nobody. `people`: how many GoTo counted; null: it doesn’t say. */
export function nobodySentence(people: number | null): string {
  if (people === 0) return 'Nobody came.'
  if (people === null) return 'GoTo named nobody, and didn’t say how many people came.'
  return `GoTo counted ${people === 1 ? 'one person' : `${people} people`} but didn’t name anybody.`
}

/** What a report's file says besides its rows, so that it doesn't look complete; null: it is. */
export function fileSentence(session: IncompleteReport & Pick<Session, 'people'>): string | null {
  const nobody = session.attendees.length === 0 ? nobodySentence(session.people) : null
  return [incompleteText(session), nobody].filter((sentence) => sentence !== null).join(' ') || null
}

type Counted = Pick<SessionAttendee, 'kind' | 'mayBe' | 'mayBeAtLeast'>

/**
 * How many people a report has, and how few they may be where rows share a placeholder name: each of a name's rows carries
 * its part of the difference, however its letters are written. Notetakers are nobody.
 */
export function rangeOfPeople(attendees: readonly Counted[]): { people: number; fewestPeople: number } {
  const people = attendees.filter(({ kind }) => kind !== 'notetaker')
  const fewer = people.reduce(
    (sum, { mayBe, mayBeAtLeast }) => sum + (mayBe === null ? 0 : 1 - (mayBeAtLeast ?? 1) / mayBe),
    0,
  )
  return { people: people.length, fewestPeople: people.length - Math.round(fewer) }
}

/** `1 of 2` */
export function sittingWords({ nth, of }: NonNullable<Session['sitting']>): string {
  return `${nth} of ${of}`
}

/** What is wrong with a list of the past that was asked for. */
export const sentences = {
  noSuchOrganizer: 'This organizer doesn’t exist.',
  noSuchGroup: 'This group doesn’t exist.',
  tooManyChosen: (most: number) => `At most ${most} at once.`,
  stillReading: 'Foyer is still reading this period from GoTo. Try again in a moment.',
} as const

/** What is missing from a list, and whether it will come. */
export function coverageSentences(coverage: HistoryCoverage): string[] {
  const { organizers, read, missing, partly, sessionsWaiting, sessionsLost } = coverage
  const sentences: string[] = []
  if (missing.length > 0 || read < organizers) sentences.push(readSentence(coverage))
  if (missing.length > 0)
    sentences.push(`Missing: ${missing.join(', ')}${organizers - read > missing.length ? ' and others' : ''}.`)
  if (sessionsWaiting > 0)
    sentences.push(
      `GoTo hasn’t reported attendance yet for ${ofSessions(sessionsWaiting)}, so this list isn’t complete.`,
      missing.length > 0 ? '' : 'Foyer keeps asking GoTo.',
    )
  if (sessionsLost > 0)
    sentences.push(
      `Attendance is no longer available for ${ofSessions(sessionsLost)}: GoTo keeps it for a year, and only for organizers who still exist there.`,
    )
  if (partly.length > 0)
    sentences.push(`Partly read: ${partly.join(', ')}. Foyer couldn’t understand some of GoTo’s rows.`)
  const coming = comingText(coverage)
  if (coming) sentences.push(coming)
  return sentences
}

/** Nothing has failed if nobody is missing: the rest has its turn soon. */
function readSentence({ organizers, read, missing, sessionsWaiting }: HistoryCoverage): string {
  const isOne = organizers === 1
  if (missing.length === 0 && sessionsWaiting === 0)
    return isOne
      ? 'GoTo’s history hasn’t been read completely yet.'
      : `Read completely so far: ${read} of ${ofOrganizers(organizers)}.`
  const whole = sessionsWaiting > 0 ? ' completely' : ''
  if (isOne) return `GoTo’s history couldn’t be read${whole}.`
  return `${read === 0 ? 'None' : read} of ${ofOrganizers(organizers)} could be read${whole}.`
}

type Named = { name: string }
type OrganizersSessions = { organizer: Named; sessions: number }
type Gaps = {
  unread: readonly Named[]
  partly: readonly Named[]
  waiting: readonly OrganizersSessions[]
  lost: readonly OrganizersSessions[]
} & Pick<HistoryCoverage, 'running' | 'unreported'>

/** The last lines of a file: a sentence for each kind of thing missing from it, so that it doesn't look complete. */
export function gapSentences({ unread, partly, waiting, lost, ...coming }: Gaps): string[] {
  const sentences: string[] = []
  if (unread.length > 0) sentences.push(`Not read from GoTo: ${namesOf(unread)}`)
  if (partly.length > 0) sentences.push(`Partly read, some of GoTo’s rows couldn’t be understood: ${namesOf(partly)}`)
  if (waiting.length > 0) sentences.push(`Attendance not reported yet: ${countsOf(waiting)}`)
  if (lost.length > 0) sentences.push(`Attendance no longer available: ${countsOf(lost)}`)
  const soon = comingText(coming)
  if (soon) sentences.push(soon)
  return sentences
}

function namesOf(people: readonly Named[]): string {
  return people.map(({ name }) => name).join(', ')
}

/** `Olivia Marsh (2 sessions), Mara Lind (1 session)` */
function countsOf(counted: readonly OrganizersSessions[]): string {
  return counted.map(({ organizer, sessions }) => `${apart(organizer.name)} (${ofSessions(sessions)})`).join(', ')
}

/** What is running or just ended and isn't in a list of the past yet; null: nothing. */
export function comingText({ running, unreported }: Pick<HistoryCoverage, 'running' | 'unreported'>): string | null {
  const sentences: string[] = []
  if (running > 0) sentences.push(`${ofMeetings(running)} ${running === 1 ? 'isn’t' : 'aren’t'} over yet.`)
  if (unreported > 0)
    sentences.push(
      `${ofMeetings(unreported)} ended recently; GoTo hasn’t reported ${unreported === 1 ? 'it' : 'them'} yet.`,
    )
  return sentences.join(' ') || null
}

export function ofOrganizers(count: number): string {
  return `${count} organizer${count === 1 ? '' : 's'}`
}

function ofSessions(count: number): string {
  return `${count} session${count === 1 ? '' : 's'}`
}

function ofMeetings(count: number): string {
  return `${count} meeting${count === 1 ? '' : 's'}`
}
