import { useSyncExternalStore } from 'react'
import { formatMeetingId } from '#lib/meeting-id.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { MeetingSection } from './meeting-section.tsx'
import { type Part, type Section, type Stretch, stretchesOf } from './stretches.ts'
import { useNear } from './use-near.ts'

type Shared = {
  joined: Record<string, string>
  nextId: string | null
  me: string | undefined
  now: Date
  zone: string
}

/**
 * Sections of a list that may be thousands of rows long. Only rows near the view are rows; the others are their text, at
 * the same place and as high: the browser finds words in it, and a screen reader reads it.
 */
export function MeetingSections({ sections, ...shared }: Shared & { sections: readonly Section[] }) {
  const isPrinting = useSyncExternalStore(listenToPrinting, readPrinting, () => false)
  return stretchesOf(sections).map((stretch) => (
    <Rows key={stretch.key} stretch={stretch} isKept={isPrinting || hasNext(stretch, shared.nextId)} {...shared} />
  ))
}

function Rows({ stretch: { key, parts }, isKept, ...shared }: Shared & { stretch: Stretch; isKept: boolean }) {
  const { isNear, height, ...near } = useNear<HTMLDivElement>(key)
  if (isNear || isKept)
    return (
      <div {...near}>
        {parts.map((part) => (
          <MeetingSection {...shared} {...part} key={part.key} />
        ))}
      </div>
    )
  const lines = parts.flatMap(linesOf)
  const rows = parts.reduce((sum, { meetings }) => sum + meetings.length, 0)
  const whole = height === null ? `(${rows} * var(--row) + ${lines.length - rows} * 4rem)` : `${height}px`
  return (
    <div
      {...near}
      className="overflow-hidden whitespace-pre px-4 text-14 text-faint [--row:7.3125rem] [content-visibility:auto] [unicode-bidi:plaintext] lg:[--row:3.5625rem]"
      style={{ height: `calc(${whole})`, lineHeight: `calc(${whole} / ${lines.length})` }}
    >
      {lines.join('\n')}
    </div>
  )
}

/** What somebody would look for. Without times: making thousands of them takes longer than showing what is in view. */
function linesOf({ title, meetings, first }: Part): string[] {
  return [...(first === 0 ? [title] : []), ...meetings.map(lineOf)]
}

function lineOf({ subject, organizer, gotoMeetingId }: Meeting): string {
  return [subject.replace(/\s+/g, ' '), organizer.name, formatMeetingId(gotoMeetingId)].join(' · ')
}

/** What `J` presses has to be there wherever somebody is in the list. */
function hasNext({ parts }: Stretch, nextId: string | null): boolean {
  return nextId !== null && parts.some(({ meetings }) => meetings.some(({ id }) => id === nextId))
}

let isPrinting = false

function readPrinting(): boolean {
  return isPrinting
}

function listenToPrinting(tell: () => void): () => void {
  const note = ({ type }: Event) => {
    isPrinting = type === 'beforeprint'
    tell()
  }
  const types = ['beforeprint', 'afterprint']
  for (const type of types) window.addEventListener(type, note)
  return () => {
    for (const type of types) window.removeEventListener(type, note)
  }
}
