'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { clockText } from '#lib/time/format.ts'
import { formatShortDay } from '#lib/time/format-date.ts'
import { DateField } from './date-field.tsx'
import { TimeField } from './time-field.tsx'
import type { WhyUnread } from './typed-field.ts'

type Part = 'day' | 'time'
type DayTime = Record<Part, string>

type DayTimeFieldsProps = {
  id?: string
  label: string
  /** `2026-11-24` and `10:00`; each empty while there is none. */
  at: DayTime
  today: string
  /** What is wrong with the two together. */
  error: string | null | undefined
  /** What else describes both. */
  describedBy?: string | undefined
  onChange: (at: DayTime) => void
  /** What to say of a text that means nothing, from its first key on; null: that is over. */
  onUnread?: (sentence: string | null) => void
}

/** A day and a time, one beside the other. What is wrong is said below, and the field at fault is marked. */
export function DayTimeFields({ id, label, at, today, error, describedBy, onChange, onUnread }: DayTimeFieldsProps) {
  const errorId = useId()
  const [unread, setUnread] = useState<Record<Part, string | null>>({ day: null, time: null })
  /** Both may be told at once: the second must not forget the first. */
  const latest = useRef({ at, unread })
  useEffect(() => {
    latest.current = { at, unread }
  })
  const [typing, setTyping] = useState<Part | null>(null)

  const unreadNow = (part: Part) => (at[part] === '' ? unread[part] : null)
  /** Nobody is told of a mistake while they type. */
  const saidOf = (part: Part) => (typing === part && !error ? null : unreadNow(part))
  const said = saidOf('day') ?? saidOf('time')
  const wrong = said ?? error
  const told = [wrong ? errorId : '', describedBy].filter(Boolean).join(' ') || undefined

  function isAtFault(part: Part): boolean {
    if (said) return saidOf(part) !== null
    if (!error) return false
    const isHalf = (at.day === '') !== (at.time === '')
    return !isHalf || at[part] === ''
  }

  function wire(part: Part) {
    return {
      'aria-label': `${label}: ${part}`,
      'aria-describedby': told,
      'aria-invalid': isAtFault(part) || undefined,
      value: at[part],
      onChange: (value: string) => {
        latest.current.at = { ...latest.current.at, [part]: value }
        onChange(latest.current.at)
      },
      onUnread: (text: string | null, why: WhyUnread) => {
        const sentence = why === 'unloaded' ? unloadedText : unreadText
        const next = { ...latest.current.unread, [part]: text === null ? null : sentence(part, text, today) }
        latest.current.unread = next
        setUnread(next)
        setTyping(text === null || why === 'unloaded' ? null : part)
        onUnread?.(next.day ?? next.time)
      },
    } as const
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: notices only that the focus leaves a field */}
      <div className="flex flex-wrap gap-2" onBlur={() => setTyping(null)}>
        <DateField {...wire('day')} {...(id ? { id } : {})} today={today} className="w-44" />
        <TimeField {...wire('time')} className="w-32" />
      </div>
      {wrong ? (
        <p id={errorId} className="max-w-prose text-14 text-trouble">
          {wrong}
        </p>
      ) : null}
    </>
  )
}

function unloadedText(part: Part, text: string): string {
  return `Foyer couldn’t read “${text}”: what reads a ${part} didn’t load. Choose the ${part} instead, or reload the page.`
}

function unreadText(part: Part, text: string, today: string): string {
  return part === 'day'
    ? `“${text}” isn’t a date. Try ${formatShortDay(today)}, or tomorrow.`
    : `“${text}” isn’t a time. Try ${clockText('14:30')}.`
}
