/** A run as GoTo reports it: in its history (with a session ID) or in its attendee rows (with an instance key). */
export type FoundSession = {
  gotoMeetingId: string
  gotoSessionId: string | null
  meetingInstanceKey: string | null
  subject: string
  kind: 'scheduled' | 'instant' | 'room'
  /** ISO strings in UTC. */
  startedAt: string
  /** null: it is over, and GoTo doesn't say when it ended. */
  endedAt: string | null
  attendeeCount: number | null
}
export type KnownSession = FoundSession & { id: string }
export type SessionPlan = { add: FoundSession[]; change: { id: string; to: FoundSession }[] }

/** Two reports of one run may differ this much in its start. */
export const sameRunMs = 60_000
/** The same with one name for it: GoTo then means one run. */
export const sameNameMs = 15 * 60_000

/**
 * What GoTo's reports change in what is known: pure, and nothing when nothing differs. A run is (meeting ID, started
 * within 60 s); GoTo's two names for it are alternates, each compared only with its own kind. Nothing is ever removed.
 */
export function reconcileSessions(known: readonly KnownSession[], found: readonly FoundSession[]): SessionPlan {
  const runs: { id: string | null; was: FoundSession | null; now: FoundSession }[] = known.map((session) => ({
    id: session.id,
    was: factsOf(session),
    now: factsOf(session),
  }))
  // The history knows best what a run was; attendee rows only add their name for it.
  const ordered = [...found].sort((a, b) => Number(a.gotoSessionId === null) - Number(b.gotoSessionId === null))
  for (const session of ordered) {
    const same = pickRun(
      runs.map((run) => run.now),
      session,
    )
    const run = runs[same]
    if (run) run.now = merged(run.now, session)
    else runs.push({ id: null, was: null, now: factsOf(session) })
  }
  const add = runs.flatMap(({ id, now }) => (id === null ? now : []))
  const change = runs.flatMap(({ id, was, now }) => (id !== null && was && differs(was, now) ? { id, to: now } : []))
  return { add, change }
}

/** Which of these runs a report describes: the one with the same name, else the nearest start within 60 s; −1: none. */
export function pickRun(runs: readonly FoundSession[], session: FoundSession): number {
  let best = -1
  let distance = Number.POSITIVE_INFINITY
  for (const [nth, run] of runs.entries()) {
    const apart = Math.abs(Date.parse(run.startedAt) - Date.parse(session.startedAt))
    if (run.gotoMeetingId !== session.gotoMeetingId || apart > sameRunMs || isOther(run, session)) continue
    // A name both know settles it, however close another run began.
    const weighed = isNamedAlike(run, session) ? -1 : apart
    if (weighed < distance) [best, distance] = [nth, weighed]
  }
  return best
}

/** A host who restarts within the minute creates a second run, which GoTo names differently. */
function isOther(a: FoundSession, b: FoundSession): boolean {
  return differ(a.gotoSessionId, b.gotoSessionId) || differ(a.meetingInstanceKey, b.meetingInstanceKey)
}

function isNamedAlike(a: FoundSession, b: FoundSession): boolean {
  return (
    (a.gotoSessionId !== null && a.gotoSessionId === b.gotoSessionId) ||
    (a.meetingInstanceKey !== null && a.meetingInstanceKey === b.meetingInstanceKey)
  )
}

function differ(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b
}

function merged(known: FoundSession, found: FoundSession): FoundSession {
  const isBest = found.gotoSessionId !== null || known.gotoSessionId === null
  const facts = isBest ? found : known
  return {
    ...factsOf(facts),
    gotoSessionId: found.gotoSessionId ?? known.gotoSessionId,
    meetingInstanceKey: found.meetingInstanceKey ?? known.meetingInstanceKey,
    endedAt: facts.endedAt ?? known.endedAt,
    attendeeCount: facts.attendeeCount ?? known.attendeeCount,
  }
}

const factNames = [
  'gotoMeetingId',
  'gotoSessionId',
  'meetingInstanceKey',
  'subject',
  'kind',
  'startedAt',
  'endedAt',
  'attendeeCount',
] as const satisfies (keyof FoundSession)[]

function differs(a: FoundSession, b: FoundSession): boolean {
  return factNames.some((name) => a[name] !== b[name])
}

function factsOf(session: FoundSession): FoundSession {
  return Object.fromEntries(factNames.map((name) => [name, session[name]])) as FoundSession
}
