'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { announce } from '#components/shell/announce.tsx'
import { useMe } from '#components/shell/use-me.ts'
import { cx } from '#components/ui/cx.ts'
import { Field } from '#components/ui/field.tsx'
import { TagBox, type TextEnd } from '#components/ui/tag-box.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { groupsQuery } from '#lib/organizers/queries.ts'
import { peopleQuery } from '#lib/people/directory-queries.ts'
import { bestFirst } from '#lib/search/match.ts'
import { GroupPanel } from './form-parts.ts'
import type { FormValues, Guest } from './form-values.ts'
import { readGroup, withGroups } from './guest-groups.ts'
import { guestOptions } from './guest-options.ts'
import { type GuestTag, guestTags } from './guest-tags.ts'
import { countText, guestKey, guestName, tooManyText, withGuests, withTyped } from './guests.ts'
import { parseGuests, whyNotTyped } from './parse-guests.ts'
import { unclearText } from './unclear-guests.ts'
import { useSettled } from './use-settled.ts'
import { useSettledNames } from './use-settled-names.ts'

type GuestFieldProps = {
  values: FormValues
  error: string | undefined
  onChange: (change: (now: FormValues) => Partial<FormValues>) => void
}

/** Who is invited: by name, by group, by pasted list; each required or optional. */
export function GuestField({ values, error, onChange }: GuestFieldProps) {
  const client = useQueryClient()
  const me = useMe()?.personId
  const [opened, setOpened] = useState<string | null>(null)
  const { invitedGroups, unclear, guestText: text } = values
  useSettledNames(unclear, me, onChange)
  const asked = useSettled(text.trim())
  const people = useQuery({ ...peopleQuery({ q: asked }), enabled: asked !== '' })
  const groups = useQuery({ ...groupsQuery, enabled: text !== '' }).data?.items ?? []
  const isCurrent = asked === text.trim() && !people.isPlaceholderData
  // Until the new answer arrives, only people from the last one who still match: Enter must not add a stranger.
  const answered = people.data?.items ?? []
  const found = isCurrent ? answered : bestFirst(answered, text, ({ name, email }) => [name, email ?? ''])
  // A whole group comes last and only along with people, so a quick Enter can't hit it.
  const isAnswered = isCurrent && !people.isFetching
  const tags = guestTags(values, opened)
  const tooMany = tooManyText(values)
  const wrong = [unclearText(unclear), tooMany].filter(Boolean).join(' ')
  const shownGroup = invitedGroups.find(({ groupId }) => groupId === opened)

  function add(more: Guest[]): void {
    onChange(({ invited }) => {
      const all = withGuests(invited, more)
      const [first, ...others] = all.slice(invited.length)
      if (first && others.length === 0) announce(`${guestName(first)} added, optional`)
      else announce(first ? `${others.length + 1} people added` : 'Already invited')
      return { invited: all, guestText: '' }
    })
  }

  async function choose(value: string): Promise<void> {
    const [kind, id] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)]
    const person = found.find(({ personId }) => personId === id)
    if (kind === 'person' && person) add([{ ...person, required: false }])
    if (kind === 'email') add(parseGuests(id).guests.map((guest) => ({ ...guest, personId: null, required: false })))
    if (kind === 'group') await addGroup(id)
  }

  async function addGroup(id: string): Promise<void> {
    const group = groups.find((one) => one.id === id)
    if (!group) return
    // Frees the box for the next entry at once, because reading a large group takes a while.
    onChange(() => ({ guestText: '' }))
    try {
      const read = await readGroup(client, group, me)
      announce(`${read.name} added, ${read.people.length} people, optional`)
      onChange((now) => ({ invitedGroups: withGroups(now.invitedGroups, [read]) }))
    } catch (failure) {
      onChange(({ guestText }) => ({ guestText: guestText || text }))
      showToast({ tone: 'trouble', text: `Nobody was added. ${failure instanceof Error ? failure.message : ''}` })
    }
  }

  /** Takes all of it: addresses become people at once, names are looked up. */
  function read(typed: string, by?: TextEnd): boolean {
    // A quick Enter, before the list shows who may be meant, must not take a few letters for a name.
    const isName = parseGuests(typed).guests.length === 0 && !typed.includes('@')
    if (by === 'Enter' && !isAnswered && isName) return false
    onChange((now) => {
      const all = withTyped({ ...now, guestText: typed })
      const added = all.invited.length - now.invited.length
      if (added > 0) announce(added === 1 ? 'One person added, optional' : `${added} people added, optional`)
      return { ...all, guestText: '' }
    })
    return true
  }

  function remove(tag: GuestTag): void {
    announce(`${tag.name} removed`)
    onChange((now) => {
      if (tag.kind === 'group')
        return { invitedGroups: now.invitedGroups.filter(({ groupId }) => groupId !== tag.group.groupId) }
      if (tag.kind === 'unclear') return { unclear: now.unclear.filter(({ text }) => text !== tag.entry.text) }
      return { invited: now.invited.filter((guest) => guestKey(guest) !== tag.key) }
    })
  }

  function press(tag: GuestTag): void {
    if (tag.kind === 'group') setOpened(tag.isOpen ? null : tag.group.groupId)
    else if (tag.kind === 'guest') toggle(tag.guest)
    else retype(tag.entry.text)
  }

  /** Puts it back into the box; what was typed there meanwhile becomes a chip instead. */
  function retype(entry: string): void {
    onChange((now) => {
      const unclear = now.unclear.filter((one) => one.text !== entry)
      return { ...withTyped({ ...now, unclear }), guestText: entry }
    })
  }

  function toggle(guest: Guest): void {
    announce(`${guestName(guest)}: ${guest.required ? 'optional' : 'required'}`)
    onChange(({ invited }) => ({
      invited: invited.map((one) => (guestKey(one) === guestKey(guest) ? { ...one, required: !guest.required } : one)),
    }))
  }

  const withTag = (key: string, act: (tag: GuestTag) => void) => {
    const tag = tags.find((one) => one.key === key)
    if (tag) act(tag)
  }

  return (
    <div className="flex flex-col gap-2">
      <Field
        label="Invited"
        error={error ?? wrong}
        hint={
          tags.length > 0 ? (
            <>
              <span className={cx('figures font-medium', tooMany ? 'text-trouble' : 'text-soft')}>
                {countText(values)}.
              </span>{' '}
              Press a name to switch between required and optional; Backspace removes it.
            </>
          ) : (
            'Names, groups or a pasted list. Foyer sends no mail: share the link from the meeting’s page.'
          )
        }
      >
        {(wiring) => (
          <TagBox
            wiring={wiring}
            placeholder="Add people, groups or addresses"
            tags={tags}
            options={guestOptions(values, found, isAnswered ? groups : [])}
            text={text}
            nothing={
              whyNotTyped(text) ??
              (!isAnswered
                ? 'Searching …'
                : found.length > 0
                  ? 'Already invited.'
                  : `No results for “${text.trim()}”. Enter a full address to invite somebody new.`)
            }
            onText={(guestText) => onChange(() => ({ guestText }))}
            onChoose={choose}
            onEnter={read}
            onPaste={(pasted) => isList(pasted) && read(`${text}${pasted}`)}
            onRemove={(key) => withTag(key, remove)}
            onToggle={(key) => withTag(key, press)}
          />
        )}
      </Field>
      {shownGroup ? (
        <GroupPanel
          group={shownGroup}
          onChange={(part) =>
            onChange((now) => ({
              invitedGroups: now.invitedGroups.map((one) => (one.groupId === opened ? { ...one, ...part } : one)),
            }))
          }
          onRemove={() => withTag(`group:${opened}`, remove)}
        />
      ) : null}
    </div>
  )
}

/** A single word is pasted to be searched for. */
function isList(pasted: string): boolean {
  return /[@,;\s]/.test(pasted.trim())
}
