'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { announce } from '#components/shell/announce.tsx'
import { Field } from '#components/ui/field.tsx'
import { TagBox } from '#components/ui/tag-box.tsx'
import type { TagOption } from '#components/ui/tag-options.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { groupsQuery } from '#lib/organizers/queries.ts'
import type { Group } from '#lib/organizers/schema.ts'
import { peopleQuery } from '#lib/people/queries.ts'
import type { FoundPerson } from '#lib/people/schema.ts'
import { bestFirst } from '#lib/search/match.ts'
import type { FormValues, Guest } from './form-values.ts'
import { guestKey, withGuests } from './guests.ts'
import { parseGuests } from './parse-guests.ts'
import { useSettled } from './use-settled.ts'

type GuestFieldProps = {
  guests: Guest[]
  text: string
  error: string | undefined
  onChange: (change: (now: FormValues) => Partial<FormValues>) => void
}

/** Who is invited: by name, by group, by pasted list; each required or optional. */
export function GuestField({ guests, text, error, onChange }: GuestFieldProps) {
  const client = useQueryClient()
  const asked = useSettled(text.trim())
  const people = useQuery({ ...peopleQuery({ q: asked }), enabled: asked !== '' })
  const groups = useQuery({ ...groupsQuery, enabled: text !== '' }).data?.items ?? []
  const isCurrent = asked === text.trim() && !people.isPlaceholderData
  // Until the new answer arrives, only people from the last one who still match: Enter must not add a stranger.
  const answered = people.data?.items ?? []
  const found = isCurrent ? answered : bestFirst(answered, text, ({ name, email }) => [name, email ?? ''])
  // A whole group comes last and only along with people, so a quick Enter can't hit it.
  const isAnswered = isCurrent && !people.isFetching
  const options = optionsFor(text, found, isAnswered ? groups : [], guests)

  /** `rest`: what stays in the box; by default, whatever is there by then. */
  function add(more: Guest[], rest?: string): void {
    onChange(({ invited, guestText }) => {
      const all = withGuests(invited, more)
      const added = all.slice(invited.length)
      if (added.length === 1) announce(`${nameOf(added[0])} added, optional`)
      else announce(added.length === 0 ? 'Already invited' : `${added.length} people added`)
      return { invited: all, guestText: rest ?? guestText }
    })
  }

  async function choose(value: string): Promise<void> {
    const [kind, id] = [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)]
    const person = found.find(({ personId }) => personId === id)
    if (kind === 'person' && person) add([{ ...person, required: false }], '')
    if (kind === 'email') add(parseGuests(id).guests.map(guestOf), '')
    if (kind === 'group') await addGroup(id)
  }

  async function addGroup(group: string): Promise<void> {
    // Frees the box for the next entry at once, because reading a large group takes a while.
    onChange(() => ({ guestText: '' }))
    try {
      const { items } = await client.fetchQuery(peopleQuery({ group }))
      add(items.map((person) => ({ ...person, required: false })))
    } catch (failure) {
      onChange(({ guestText }) => ({ guestText: guestText || text }))
      showToast({ tone: 'trouble', text: `Nobody was added. ${failure instanceof Error ? failure.message : ''}` })
    }
  }

  /** Adds what it can read; the rest stays in the box. */
  function read(typed: string): boolean {
    const { guests: typedGuests, rest } = parseGuests(typed)
    if (typedGuests.length === 0) return false
    add(typedGuests.map(guestOf), rest)
    if (rest) announce(`Couldn’t read: ${rest}`)
    return true
  }

  return (
    <Field
      label="Invited"
      error={error}
      hint={
        guests.length > 0
          ? 'Press a name to switch between required and optional. Backspace removes it.'
          : 'Names, groups or a pasted list. Foyer sends no mail: share the link from the meeting’s page.'
      }
    >
      {(wiring) => (
        <TagBox
          wiring={wiring}
          placeholder="Add people, groups or addresses"
          tags={guests.map((guest) => ({
            key: guestKey(guest),
            name: nameOf(guest),
            title: guest.email ?? guest.name,
            state: guest.required ? 'required' : 'optional',
            isStrong: guest.required,
          }))}
          options={options}
          text={text}
          nothing={
            !isAnswered
              ? 'Searching …'
              : `No results for “${text.trim()}”. Enter a full address to invite somebody new.`
          }
          onText={(guestText) => onChange(() => ({ guestText }))}
          onChoose={choose}
          onEnter={read}
          onPaste={(pasted) => read(`${text}${pasted}`)}
          onRemove={(key) =>
            onChange(({ invited }) => ({ invited: invited.filter((guest) => guestKey(guest) !== key) }))
          }
          onToggle={(key) => {
            onChange(({ invited }) => {
              const changed = invited.map((guest) =>
                guestKey(guest) === key ? { ...guest, required: !guest.required } : guest,
              )
              const guest = changed.find((one) => guestKey(one) === key)
              announce(`${nameOf(guest)}: ${guest?.required ? 'required' : 'optional'}`)
              return { invited: changed }
            })
          }}
        />
      )}
    </Field>
  )
}

function optionsFor(text: string, found: FoundPerson[], groups: Group[], guests: Guest[]): TagOption[] {
  if (text.trim() === '') return []
  const invited = new Set(guests.map(({ personId }) => personId))
  const addresses = parseGuests(text)
  const isAddress = addresses.guests.length === 1 && addresses.rest === '' && found.length === 0
  return [
    ...found
      .filter(({ personId }) => !invited.has(personId))
      .slice(0, 8)
      .map(({ personId, name, email }) => ({ value: `person:${personId}`, label: name, note: email ?? '' })),
    ...bestFirst(groups, text, ({ name }) => [name]).map(({ id, name }) => ({
      value: `group:${id}`,
      label: `Everybody in ${name}`,
      note: 'Group',
    })),
    ...(isAddress ? [{ value: `email:${text.trim()}`, label: text.trim(), note: 'New' }] : []),
  ]
}

function guestOf({ name, email }: { name: string; email: string }): Guest {
  return { personId: null, email, name, required: false }
}

function nameOf(guest: Guest | undefined): string {
  return guest?.name || (guest?.email ?? '')
}
