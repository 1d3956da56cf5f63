import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { announce } from '#components/shell/announce.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { groupsQuery } from '#lib/organizers/queries.ts'
import { matchPeople } from '#lib/people/directory-queries.ts'
import type { NameMatch } from '#lib/people/schema.ts'
import { isNamed } from '#lib/search/meant-by.ts'
import type { FormValues, GuestGroup, UnclearGuest } from './form-values.ts'
import { readGroup, withGroups } from './guest-groups.ts'
import { withGuests } from './guests.ts'
import { whyNotRead } from './parse-guests.ts'
import { namesToAsk, settleName } from './settle-names.ts'

const mostAtOnce = 50

type Change = (change: (now: FormValues) => Partial<FormValues>) => void

/** Looks up whatever was typed and isn't yet, and puts in its place whom it means. */
export function useSettledNames(unclear: UnclearGuest[], me: string | undefined, onChange: Change): void {
  const client = useQueryClient()
  const asked = useRef(new Set<string>())
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  const open = unclear.filter(({ people }) => people === null).map(({ text }) => text)
  const key = JSON.stringify(open)

  useEffect(() => {
    const texts = (JSON.parse(key) as string[]).filter((text) => !asked.current.has(text))
    if (texts.length === 0) return
    for (const text of texts) asked.current.add(text)
    lookUp(client, texts, me)
      .then((settled) => latest.current((now) => settle(now, settled)))
      .catch((failure: unknown) => {
        const because = failure instanceof Error ? failure.message : ''
        showToast({ tone: 'trouble', text: `Couldn’t look up who was typed. ${because}` })
        // Back into the box, where Enter tries again.
        latest.current(({ unclear: all, guestText }) => ({
          unclear: all.filter(({ text }) => !texts.includes(text)),
          guestText: [...texts, guestText].filter(Boolean).join('; '),
        }))
      })
      .finally(() => {
        for (const text of texts) asked.current.delete(text)
      })
  }, [client, key, me])
}

type Found = Map<string, ReturnType<typeof settleName>>

async function lookUp(client: QueryClient, texts: string[], me: string | undefined): Promise<Found> {
  const names = texts.filter((text) => whyNotRead(text) === null)
  const asked = [...new Set(names.flatMap(namesToAsk))]
  const groups = names.length > 0 ? await readGroups(client, asked, me) : []
  const matches: NameMatch[] = []
  for (let from = 0; from < asked.length; from += mostAtOnce)
    matches.push(...(await matchPeople({ names: asked.slice(from, from + mostAtOnce) })).items)
  const groupOf = (text: string) => groups.find(({ name }) => isNamed(text, name)) ?? null
  return new Map(
    texts.map((text) => [
      text,
      names.includes(text)
        ? settleName(text, { matches, groupOf })
        : { guests: [], groups: [], unclear: [{ text, people: [] }] },
    ]),
  )
}

async function readGroups(client: QueryClient, names: string[], me: string | undefined): Promise<GuestGroup[]> {
  const { items } = await client.fetchQuery(groupsQuery)
  const named = items.filter((group) => names.some((name) => isNamed(name, group.name)))
  return Promise.all(named.map((group) => readGroup(client, group, me)))
}

/** What was taken away while it was looked up stays away. */
function settle(now: FormValues, found: Found): Partial<FormValues> {
  const settled = now.unclear.flatMap(({ text, people }) => (people === null ? (found.get(text) ?? []) : []))
  const guests = settled.flatMap((one) => one.guests)
  const groups = settled.flatMap((one) => one.groups)
  const invited = withGuests(now.invited, guests)
  const unclear = now.unclear.flatMap((one) =>
    one.people === null && found.has(one.text) ? (found.get(one.text)?.unclear ?? []) : [one],
  )
  const nobody = settled.flatMap((one) => one.unclear.map(({ text }) => text))
  say(invited.length - now.invited.length + groups.length, nobody)
  return { invited, invitedGroups: withGroups(now.invitedGroups, groups), unclear }
}

function say(added: number, nobody: string[]): void {
  const said = [
    added === 1 ? 'One added, optional.' : added > 1 ? `${added} added, optional.` : '',
    nobody.length > 0 ? `Not clear: ${nobody.join(', ')}` : '',
  ]
  announce(said.filter(Boolean).join(' ') || 'Already invited')
}
