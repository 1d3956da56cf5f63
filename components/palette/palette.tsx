'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { useRouter } from 'next/navigation'
import { useLayoutEffect, useState } from 'react'
import { adminPlaces } from '#components/admin/pages.ts'
import { startAsHost } from '#components/meetings/act/start-as-host.ts'
import { useSettled } from '#components/meetings/form/use-settled.ts'
import { joinOrder } from '#components/meetings/list/join-order.ts'
import { isJoinable, momentOf, offersJoin } from '#components/meetings/list/moment.ts'
import { hereOf } from '#components/meetings/sentence/here.ts'
import { parseSentence, type Reading } from '#components/meetings/sentence/parse-sentence.ts'
import { ownSections } from '#components/settings/sections.ts'
import { connectName, lacksGrant } from '#components/shell/goto-grant.ts'
import { leaveToConnect } from '#components/shell/leave-to-connect.ts'
import { logOff } from '#components/shell/log-off.ts'
import { staysOffline } from '#components/shell/offline.ts'
import { placesFor } from '#components/shell/places.ts'
import { sendStrangersToSignIn } from '#components/shell/send-strangers.ts'
import { applyTheme, type Theme } from '#components/shell/theme.ts'
import { onTypeAhead } from '#components/shell/type-ahead.ts'
import { useMe, useZone } from '#components/shell/use-me.ts'
import { useNow } from '#components/shell/use-now.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { apart } from '#lib/apart.ts'
import { isProblem } from '#lib/http/problem.ts'
import { formatMeetingId } from '#lib/meeting-id.ts'
import { foundMeetingsQuery, meetingsKey } from '#lib/meetings/queries.ts'
import type { Meeting, MeetingList } from '#lib/meetings/schema.ts'
import { savePreferences } from '#lib/people/calls.ts'
import { meKey } from '#lib/people/queries.ts'
import { formatDateTime, formatTime, zoneLabel } from '#lib/time/format.ts'
import { parseMeetingId } from '#lib/typed-meeting-id.ts'
import { bestGroupFirst, type CommandGroup } from './best-group-first.ts'
import { isCommandBest } from './is-command-best.ts'
import { matchWords } from './match-words.ts'
import { otherWordsFor } from './other-words.ts'
import { PaletteCreate, PaletteCreateLast } from './palette-create.tsx'
import { Entry, groupStyle } from './palette-entry.tsx'

/** Finds everything by name: pages, meetings to join, a typed ID, the theme, log off. */
export function Palette({ onClose, onHelp }: { onClose: () => void; onHelp: () => void }) {
  const [typed, setTyped] = useState('')
  // Before the field gets the focus: keys handed over must come before what is typed there.
  useLayoutEffect(() => onTypeAhead(setTyped), [])
  const router = useRouter()
  const client = useQueryClient()
  const zone = useZone()
  const now = useNow(10)
  const asked = useSettled(typed.trim())
  const upcoming = useQuery(foundMeetingsQuery(''))
  const found = useQuery({ ...foundMeetingsQuery(asked), enabled: asked.length > 1 })
  const me = useMe()
  const abilities = me?.abilities
  // What Home has loaded is there at once, so the first entry is the first meeting.
  const known = client.getQueryData<{ pages: MeetingList[] }>([...meetingsKey, {}])?.pages[0]
  const typedId = parseMeetingId(typed)
  const canCreate = abilities?.includes('meeting.create') ?? false
  const reading: Reading = now ? parseSentence(typed, hereOf(now, zone)) : { kind: 'nothing' }
  const isSentence = reading.kind === 'offer'
  const isAsked = canCreate && reading.kind === 'question'
  const due = (upcoming.data ?? known)?.items ?? []
  const joinable = now
    ? joinOrder(due, me?.personId, now)
        .filter((meeting) => isJoinable(meeting, now))
        .slice(0, 8)
    : []
  const others =
    asked.length > 1 && !(isSentence && canCreate)
      ? (found.data?.items ?? []).filter(({ id }) => !joinable.some((one) => one.id === id))
      : []

  function go(href: string): () => void {
    return run(() => {
      if (!staysOffline()) router.push(href)
    })
  }

  function run(act: () => void): () => void {
    return () => {
      onClose()
      act()
    }
  }

  /** As in its row: who would start it is not sent in as a guest. */
  function pressOf(meeting: Meeting, at: Date) {
    if (offersJoin(meeting, at, zone))
      return { keywords: ['join'], children: meeting.subject, onSelect: run(() => openJoin(meeting.id)) }
    const isOn = isRunning(meeting, at)
    if (lacksGrant(me))
      return {
        keywords: ['start', 'host', 'connect', 'join'],
        children: `${connectName(me)} to ${isOn ? 'open as host' : 'start'}: ${apart(meeting.subject)}`,
        onSelect: run(() => leaveToConnect()),
      }
    return {
      keywords: ['start', 'host', 'join'],
      children: `${isOn ? 'Open as host' : 'Start'}: ${apart(meeting.subject)}`,
      onSelect: run(() => startAsHost(client, meeting, isOn ? 'open' : 'start')),
    }
  }

  function chooseTheme(theme: Theme): () => void {
    return run(() => {
      applyTheme(theme)
      savePreferences({ theme }).then((changed) => client.setQueryData(meKey, changed), sendStrangersToSignIn)
    })
  }

  const commands: CommandGroup[] = [
    {
      heading: 'Go to',
      entries: placesFor(abilities).map(({ name, keys, href }) => ({
        name,
        icon: <Icon name="arrow-right" size={16} />,
        note: keys,
        onSelect: go(href),
      })),
    },
    {
      heading: 'Settings',
      entries: (typed.trim() ? ownSections : []).map(([id, name]) => ({
        name,
        value: `${name} settings`,
        icon: <Icon name="settings" size={16} />,
        onSelect: go(`/settings#${id}`),
      })),
    },
    {
      heading: 'Admin',
      entries: (typed.trim() ? adminPlaces : [])
        .filter(([, , ability]) => abilities?.includes(ability))
        .map(([href, name]) => ({
          name,
          value: `${name} admin settings`,
          icon: <Icon name="shield-check" size={16} />,
          onSelect: go(href),
        })),
    },
    {
      heading: 'Theme',
      entries: [
        { name: 'Light theme', icon: <Icon name="sun" size={16} />, onSelect: chooseTheme('light') },
        { name: 'Dark theme', icon: <Icon name="moon" size={16} />, onSelect: chooseTheme('dark') },
        { name: 'System theme', icon: <Icon name="monitor" size={16} />, onSelect: chooseTheme('system') },
      ],
    },
    {
      heading: 'Foyer',
      entries: [
        { name: 'Keyboard shortcuts', icon: <Icon name="circle-help" size={16} />, note: '?', onSelect: onHelp },
        { name: 'Log off', icon: <Icon name="log-out" size={16} />, onSelect: run(() => logOff('here')) },
      ],
    },
  ]
  const commandNames = commands.flatMap(({ entries }) => entries.map(({ name, value = name }) => value))
  const isCommand = isCommandBest(typed, commandNames, joinable.map(nameOf))

  const meetings = (
    <>
      {joinable.length > 0 && now ? (
        <Command.Group heading="Join now" className={groupStyle}>
          {joinable.map((meeting) => (
            <Entry
              key={meeting.id}
              value={nameOf(meeting)}
              icon={<Icon name="video" size={16} />}
              note={
                meeting.startsAt ? `${formatTime(meeting.startsAt, zone)} ${zoneLabel(meeting.startsAt, zone)}` : 'Room'
              }
              {...pressOf(meeting, now)}
            />
          ))}
        </Command.Group>
      ) : null}
      {others.length > 0 && now ? (
        <Command.Group heading="Meetings" className={groupStyle}>
          {others.slice(0, 8).map((meeting) => (
            <Entry
              key={meeting.id}
              value={meeting.id}
              keywords={[typed]}
              icon={<Icon name="video" size={16} />}
              note={meeting.startsAt ? formatDateTime(meeting.startsAt, zone) : 'Room'}
              onSelect={go(`/meetings/${meeting.id}`)}
            >
              {apart(meeting.subject)} · {apart(meeting.organizer.name)}
            </Entry>
          ))}
        </Command.Group>
      ) : null}
    </>
  )

  return (
    <Dialog title="Search and commands" isTitleHidden isOpen onClose={onClose}>
      <Command label="Search and commands" loop filter={matchWords} className="flex min-h-0 flex-col">
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          placeholder={placeholderFor(canCreate)}
          className="h-14 w-full shrink-0 border-line border-b bg-transparent px-5 text-16 outline-none"
        />
        <Command.List className="min-h-0 overflow-y-auto p-2">
          {typedId || isSentence || isAsked || others.length > 0 ? null : (
            <Command.Empty className="px-3 py-8 text-center text-14 text-faint">
              {found.isFetching
                ? 'Searching …'
                : isProblem(found.error, 'invalid')
                  ? Object.values(found.error.problem.fields ?? {})[0]
                  : found.data?.nextCursor && found.data.items.length === 0
                    ? 'Nothing found yet. A rarer word finds faster.'
                    : `No results for “${apart(typed.trim())}”`}
            </Command.Empty>
          )}
          {typedId ? (
            <Entry
              forceMount
              value={typed}
              icon={<Icon name="hash" size={16} />}
              onSelect={run(() => openJoin(typedId))}
            >
              Join {formatMeetingId(typedId)}
            </Entry>
          ) : null}
          {canCreate ? <PaletteCreate typed={typed} reading={reading} zone={zone} run={run} go={go} /> : null}
          {isSentence && abilities && !canCreate ? (
            <Entry
              forceMount
              value={typed}
              icon={<Icon name="calendar-plus" size={16} />}
              onSelect={go('/meetings/new')}
            >
              Scheduling needs a GoTo account that can organize
            </Entry>
          ) : null}
          {isCommand ? null : meetings}
          {bestGroupFirst(commands, typed).map(({ heading, entries }) => (
            <Command.Group key={heading} heading={heading} className={groupStyle}>
              {entries.map(({ name, value = name, ...entry }) => (
                <Entry key={value} value={value} keywords={otherWordsFor(name)} {...entry}>
                  {name}
                </Entry>
              ))}
            </Command.Group>
          ))}
          {isCommand ? meetings : null}
          {canCreate && !typedId ? <PaletteCreateLast typed={typed} reading={reading} zone={zone} go={go} /> : null}
        </Command.List>
      </Command>
    </Dialog>
  )
}

/** Organizers learn from it that a sentence creates a meeting. */
function placeholderFor(canCreate: boolean): string {
  return canCreate ? 'Search or type “Lunch Fri 12:30”' : 'Go to a page, join a meeting, enter an ID …'
}

function openJoin(id: string): void {
  window.open(`/meetings/${id}/join`, '_blank', 'noopener')
}

function isRunning(meeting: Meeting, now: Date): boolean {
  const { kind } = momentOf(meeting, now)
  return kind === 'live' || kind === 'ending'
}

function nameOf({ subject, organizer, id }: MeetingList['items'][number]): string {
  return `${subject} ${organizer.name} ${id}`
}
