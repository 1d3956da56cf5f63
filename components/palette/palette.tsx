'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { ArrowRight, CalendarPlus, CircleHelp, Hash, LogOut, Monitor, Moon, Settings, Sun, Video } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useLayoutEffect, useState } from 'react'
import { useSettled } from '#components/meetings/form/use-settled.ts'
import { isJoinable } from '#components/meetings/list/moment.ts'
import { parseSentence } from '#components/meetings/sentence/parse-sentence.ts'
import { companySections, ownSections } from '#components/settings/sections.ts'
import { logOff } from '#components/shell/log-off.ts'
import { staysOffline } from '#components/shell/offline.ts'
import { placesFor } from '#components/shell/places.ts'
import { applyTheme, type Theme } from '#components/shell/theme.ts'
import { useMe, useZone } from '#components/shell/use-me.ts'
import { useNow } from '#components/shell/use-now.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { formatMeetingId, parseMeetingId } from '#lib/meeting-id.ts'
import { foundMeetingsQuery, meetingsKey } from '#lib/meetings/queries.ts'
import type { MeetingList } from '#lib/meetings/schema.ts'
import { meKey, savePreferences } from '#lib/people/queries.ts'
import { formatDateTime, formatTime, zoneLabel } from '#lib/time/format.ts'
import { holdEarlyEnter } from './early-enter.ts'
import { isCommandBest } from './is-command-best.ts'
import { matchWords } from './match-words.ts'
import { PaletteCreate } from './palette-create.tsx'
import { Entry, groupStyle } from './palette-entry.tsx'
import { onTypeAhead } from './type-ahead.ts'

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
  const abilities = useMe()?.abilities
  const sections = [...ownSections, ...companySections.filter(([, , ability]) => abilities?.includes(ability))]
  // What Home has loaded is there at once, so the first entry is the first meeting.
  const known = client.getQueryData<{ pages: MeetingList[] }>([...meetingsKey, {}])?.pages[0]
  const typedId = parseMeetingId(typed)
  const canCreate = abilities?.includes('meeting.create') ?? false
  const isSentence = now !== null && parseSentence(typed, now, zone) !== null
  const joinable = ((upcoming.data ?? known)?.items ?? [])
    .filter((meeting) => now && isJoinable(meeting, now))
    .slice(0, 8)
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

  function chooseTheme(theme: Theme): () => void {
    return run(() => {
      applyTheme(theme)
      savePreferences({ theme }).then(
        (me) => client.setQueryData(meKey, me),
        () => undefined,
      )
    })
  }

  // cmdk sorts entries within a group only, and Enter takes the first: `log off` must not join “Kick-off with Nordlicht Logistik”.
  const isCommand = isCommandBest(typed, { places: placesFor(abilities), sections, meetings: joinable.map(nameOf) })

  const meetings = (
    <>
      {joinable.length > 0 ? (
        <Command.Group heading="Join now" className={groupStyle}>
          {joinable.map((meeting) => (
            <Entry
              key={meeting.id}
              value={nameOf(meeting)}
              keywords={['join']}
              icon={<Video size={16} />}
              note={
                meeting.startsAt ? `${formatTime(meeting.startsAt, zone)} ${zoneLabel(meeting.startsAt, zone)}` : 'Room'
              }
              onSelect={run(() => openJoin(meeting.id))}
            >
              {meeting.subject}
            </Entry>
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
              icon={<Video size={16} />}
              note={meeting.startsAt ? formatDateTime(meeting.startsAt, zone) : 'Room'}
              onSelect={go(`/meetings/${meeting.id}`)}
            >
              {meeting.subject} · {meeting.organizer.name}
            </Entry>
          ))}
        </Command.Group>
      ) : null}
    </>
  )

  return (
    <Dialog title="Search and commands" isTitleHidden isOpen onClose={onClose}>
      <Command
        label="Search and commands"
        loop
        filter={matchWords}
        onKeyDown={holdEarlyEnter}
        className="flex min-h-0 flex-col"
      >
        <Command.Input
          value={typed}
          onValueChange={setTyped}
          placeholder="Go to a page, join a meeting, enter an ID …"
          className="h-14 w-full shrink-0 border-line border-b bg-transparent px-5 text-16 outline-none"
        />
        <Command.List className="min-h-0 overflow-y-auto p-2">
          {typedId || isSentence || others.length > 0 ? null : (
            <Command.Empty className="px-3 py-8 text-center text-14 text-faint">
              {found.isFetching ? 'Searching …' : `No results for “${typed.trim()}”`}
            </Command.Empty>
          )}
          {typedId ? (
            <Entry forceMount value={typed} icon={<Hash size={16} />} onSelect={run(() => openJoin(typedId))}>
              Join {formatMeetingId(typedId)}
            </Entry>
          ) : null}
          {canCreate && now ? <PaletteCreate typed={typed} now={now} zone={zone} run={run} go={go} /> : null}
          {isSentence && abilities && !canCreate ? (
            <Entry forceMount value={typed} icon={<CalendarPlus size={16} />} onSelect={go('/meetings/new')}>
              Scheduling needs a GoTo account that can organize
            </Entry>
          ) : null}
          {isCommand ? null : meetings}
          <Command.Group heading="Go to" className={groupStyle}>
            {placesFor(abilities).map((place) => (
              <Entry
                key={place.href}
                value={place.name}
                icon={<ArrowRight size={16} />}
                note={place.keys}
                onSelect={go(place.href)}
              >
                {place.name}
              </Entry>
            ))}
          </Command.Group>
          {typed.trim() ? (
            <Command.Group heading="Settings" className={groupStyle}>
              {sections.map(([id, name]) => (
                <Entry
                  key={id}
                  value={`${name} settings`}
                  icon={<Settings size={16} />}
                  onSelect={go(`/settings#${id}`)}
                >
                  {name}
                </Entry>
              ))}
            </Command.Group>
          ) : null}
          <Command.Group heading="Theme" className={groupStyle}>
            <Entry icon={<Sun size={16} />} onSelect={chooseTheme('light')}>
              Light theme
            </Entry>
            <Entry icon={<Moon size={16} />} onSelect={chooseTheme('dark')}>
              Dark theme
            </Entry>
            <Entry icon={<Monitor size={16} />} onSelect={chooseTheme('system')}>
              System theme
            </Entry>
          </Command.Group>
          <Command.Group heading="Foyer" className={groupStyle}>
            <Entry icon={<CircleHelp size={16} />} note="?" onSelect={onHelp}>
              Keyboard shortcuts
            </Entry>
            <Entry icon={<LogOut size={16} />} onSelect={run(() => logOff('here'))}>
              Log off
            </Entry>
          </Command.Group>
          {isCommand ? meetings : null}
        </Command.List>
      </Command>
    </Dialog>
  )
}

function openJoin(id: string): void {
  window.open(`/meetings/${id}/join`, '_blank', 'noopener')
}

function nameOf({ subject, organizer, id }: MeetingList['items'][number]): string {
  return `${subject} ${organizer.name} ${id}`
}
