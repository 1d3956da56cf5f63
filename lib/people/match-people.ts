import type { Actor } from '#lib/auth/actor.ts'
import { authorize } from '#lib/auth/policy.ts'
import { meantBy } from '#lib/search/meant-by.ts'
import { listPeople } from './list-people.ts'
import type { NameMatch, NameMatches, NamesDraft } from './schema.ts'

const mostOffered = 8

/** Who is meant by each of these names, among the people this actor may know of. */
export async function matchPeople(actor: Actor, { names }: NamesDraft): Promise<NameMatches> {
  authorize(actor, 'people.read')
  const items: NameMatch[] = []
  // One after the other: a long list of names takes no more of the database than one.
  for (const name of names) items.push(await match(actor, name))
  return { items }
}

async function match(actor: Actor, name: string): Promise<NameMatch> {
  const { items } = await listPeople(actor, { q: name })
  const meant = meantBy(name, items, (person) => person.name)
  const people = meant.length > 0 ? meant : items
  return { name, people: people.slice(0, mostOffered), isSure: meant.length === 1 }
}
