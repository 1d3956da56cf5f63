import { useQueryClient } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { startNow } from '#components/meetings/act/start-now.ts'
import { useConflicts } from '#components/meetings/form/use-conflicts.ts'
import { shortWhenText } from '#components/meetings/form/when-text.ts'
import { createFromSentence } from '#components/meetings/sentence/create-from-sentence.ts'
import { keptAsForm } from '#components/meetings/sentence/kept-as-form.ts'
import type { Reading, Sentence } from '#components/meetings/sentence/parse-sentence.ts'
import { announce } from '#components/shell/announce.tsx'
import { connectName, lacksGrant } from '#components/shell/goto-grant.ts'
import { leaveToConnect } from '#components/shell/leave-to-connect.ts'
import { useMe } from '#components/shell/use-me.ts'
import { Icon } from '#components/ui/icon.tsx'
import { apart } from '#lib/apart.ts'
import type { Conflicts } from '#lib/meetings/schema.ts'
import { dayKey, formatDuration, formatTimeRange, zoneLabels } from '#lib/time/format.ts'

import { Entry, groupStyle } from './palette-entry.tsx'

type PaletteCreateProps = {
  typed: string
  reading: Reading
  zone: string
  /** Closes the palette and acts. */
  run: (act: () => void) => () => void
  go: (href: string) => () => void
}

/**
 * For organizers: Enter turns a sentence into a meeting, or Foyer asks; otherwise the form, or an instant meeting. Until
 * GoTo is connected Enter connects it, and comes back to the sentence as a form.
 */
export function PaletteCreate({ typed, reading, zone, run, go }: PaletteCreateProps) {
  const client = useQueryClient()
  const router = useRouter()
  const me = useMe()
  const sentence = reading.kind === 'offer' ? reading.sentence : null
  const question = reading.kind === 'question' ? reading.question : null
  const warning = useOverlaps(sentence, zone)
  const isUnconnected = lacksGrant(me)
  const connect = connectName(me)

  function create(found: Sentence): void {
    const { subject, ...times } = found
    if (isUnconnected) leaveToConnect(keptAsForm(subject, times, zone))
    else createFromSentence({ client, sentence: found, zone, open: (href) => router.push(href) })
  }

  async function meetNow(): Promise<void> {
    const id = await startNow(client, me?.name ?? '', zone)
    if (id) router.push(`/meetings/${id}`)
  }

  return (
    <>
      {sentence ? (
        <Command.Group forceMount heading="Create" className={groupStyle}>
          <Entry
            forceMount
            value={typed}
            icon={<Icon name="calendar-plus" size={16} />}
            warning={warning}
            notes={[...notesOf(reading), ...(isUnconnected ? [`GoTo isn’t connected. ${keptNote}`] : [])]}
            note={formatDuration(Date.parse(sentence.endsAt) - Date.parse(sentence.startsAt))}
            onSelect={run(() => create(sentence))}
          >
            {isUnconnected ? `${connect} to create` : 'Create'} “{apart(sentence.subject)}” —{' '}
            {shortWhenText(sentence, zone)}
          </Entry>
        </Command.Group>
      ) : null}
      {question ? (
        <Command.Group forceMount heading="Create" className={groupStyle}>
          <Question text={question} />
        </Command.Group>
      ) : null}
      <Command.Group heading="Organize" className={groupStyle}>
        <Entry
          icon={<Icon name="plus" size={16} />}
          note="C"
          keywords={['create', 'schedule', 'plan', 'book', 'add', 'arrange', 'appointment', 'event', 'invite', 'call']}
          onSelect={go('/meetings/new')}
        >
          New meeting
        </Entry>
        {isUnconnected ? (
          <Entry
            icon={<Icon name="link-2" size={16} />}
            keywords={['meet', 'now', 'start', 'instant', 'create', 'schedule']}
            onSelect={run(() => leaveToConnect())}
          >
            {connect} to meet now, create and start meetings
          </Entry>
        ) : (
          <Entry
            icon={<Icon name="video" size={16} />}
            keywords={['start', 'instant', 'quick', 'call', 'host']}
            onSelect={run(meetNow)}
          >
            Meet now
          </Entry>
        )}
      </Command.Group>
    </>
  )
}

/** What happens to a sentence on the way through GoTo. */
const keptNote = 'This comes back as a form.'

/** The last entry, whatever was typed: the form, with that as the subject and with what was understood. */
export function PaletteCreateLast({ typed, reading, zone, go }: Omit<PaletteCreateProps, 'run'>) {
  const { subject, ...times } = reading.kind === 'offer' ? reading.sentence : { subject: typed.trim() }
  if (subject === '') return null
  const said = 'startsAt' in times ? times : null
  return (
    <Command.Group forceMount className={groupStyle}>
      <Entry
        forceMount
        value={`create in the form ${typed}`}
        icon={<Icon name="plus" size={16} />}
        note="Open form"
        onSelect={() => go(keptAsForm(subject, said, zone))()}
      >
        Create “{apart(subject)}” …
      </Entry>
    </Command.Group>
  )
}

/** As long as somebody thinks between two words. */
const pauseMs = 600

/** It can't be chosen: the answer is typed. Said only once the typing pauses, because typing on often answers it. */
function Question({ text }: { text: string }) {
  useEffect(() => {
    const timer = setTimeout(() => announce(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <Command.Item
      forceMount
      disabled
      value="question"
      className="flex min-h-10 items-center gap-3 rounded-lg px-3 py-1.5 text-14 text-soft"
    >
      <Icon name="circle-help" size={16} className="shrink-0 text-attention" />
      {text}
    </Command.Item>
  )
}

function notesOf(reading: Reading): string[] {
  if (reading.kind !== 'offer') return []
  const { sentence, saidIn, notes } = reading
  return [...(saidIn ? [shortWhenText(sentence, saidIn)] : []), ...notes]
}

/**
 * What else I have at that time. Also announced, because screen readers read the entry again only when it is selected
 * again. Nothing waits for it: Enter creates at once.
 */
function useOverlaps(sentence: Sentence | null, zone: string): string | null {
  // A sentence names no room, so no meetings before or after in it.
  const { conflicts, isCurrent } = useConflicts(sentence && { startsAt: sentence.startsAt, endsAt: sentence.endsAt })
  const text = sentence && isCurrent && conflicts ? overlapsText(conflicts.overlaps, sentence, zone) : null
  useEffect(() => {
    if (text) announce(text)
  }, [text])
  return text
}

const mostNamed = 2

function overlapsText(overlaps: Conflicts['overlaps'], sentence: Sentence, zone: string): string | null {
  if (overlaps.length === 0) return null
  const day = dayKey(sentence.startsAt, zone)
  const when = (other: Conflicts['overlaps'][number]) =>
    dayKey(other.startsAt, zone) === day
      ? `${formatTimeRange(other.startsAt, other.endsAt, zone)} ${zoneLabels(other.startsAt, other.endsAt, zone)}`
      : shortWhenText(other, zone)
  const named = overlaps.slice(0, mostNamed).map((other) => `${apart(other.subject)}, ${when(other)}`)
  const more = overlaps.length - named.length
  return `Overlaps ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}
