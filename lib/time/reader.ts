/**
 * How the person at this browser writes times. A module and not a parameter: every time on every page follows it. A
 * server writes for nobody in particular, with 24 hours; what it renders of a page holds no times.
 */

export const clocks = ['browser', '12', '24'] as const
/** `browser`: as the browser's language has it. */
export type Clock = (typeof clocks)[number]

/** Kept in this browser, too, where public/theme.js reads it: the first paint can't wait for the person's settings. */
const key = 'foyer-clock'
const listeners = new Set<() => void>()
let chosen: Clock | undefined
let changes = 0

/** Whether times are `9:30 AM` and not `09:30`. */
export function hasHalfDays(): boolean {
  const clock = chosenClock()
  return clock === 'browser' ? halfDaysOf(readerLocale()) : clock === '12'
}

export function chosenClock(): Clock {
  if (typeof document === 'undefined') return 'browser'
  chosen ??= keptClock()
  return chosen
}

/** The browser's language: decides the order of numbers in a date, the clock, and when a week begins. */
export function readerLocale(): string {
  return typeof document === 'undefined' ? 'en-GB' : navigator.language
}

/** Shows times by another clock at once and remembers it in this browser. */
export function applyClock(clock: Clock): void {
  const before = hasHalfDays()
  if (clock === chosenClock()) return
  chosen = clock
  try {
    if (clock === 'browser') localStorage.removeItem(key)
    else localStorage.setItem(key, clock)
  } catch {
    // Storage may be forbidden: then the clock lasts as long as the page.
  }
  if (hasHalfDays() === before) return
  document.documentElement.dataset.clock = before ? '24' : '12'
  changes++
  for (const tell of listeners) tell()
}

/** Counts the changes of the clock since the page was opened. */
export function clockChanges(): number {
  return changes
}

export function listenToClock(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

function keptClock(): Clock {
  try {
    return clocks.find((clock) => clock === localStorage.getItem(key)) ?? 'browser'
  } catch {
    return 'browser'
  }
}

const known = new Map<string, boolean>()

function halfDaysOf(locale: string): boolean {
  let has = known.get(locale)
  if (has === undefined) {
    const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions()
    has = hourCycle === 'h12' || hourCycle === 'h11'
    known.set(locale, has)
  }
  return has
}
