import { addNotes, type Note } from './add-notes.ts'
import { connect } from './connect.ts'
import { joinNames } from './join-names.ts'
import { nameKey } from './name-key.ts'
import { splitByName } from './split-by-name.ts'
import { type ReadStay, readStay, type Stay } from './stay.ts'

/** Stays that are one row of a report. */
export type StayGroup = {
  stays: Stay[]
  kind: 'person' | 'placeholder' | 'notetaker'
  /** Who it is, and never the same in two groups; null: nobody knows. */
  person: Stay['person']
  /** Why it is not the person whom some of its stays name; null: none does. */
  doubt: string | null
  note: Note | null
}

/**
 * Which stays are one row: those of one person, of one typed address, or of an equal name where that cannot be two
 * people. Several who were there at once behind one address are several, a placeholder name is nobody's, and a notetaker
 * is no person. Pure: whatever the order the stays come in, the groups are the same, and each stay is in one of them.
 */
export function groupStays(stays: readonly Stay[]): StayGroup[] {
  const read = stays.map(readStay)
  const people = read.filter(({ kind }) => kind !== 'notetaker')
  const groups = joinNames(groupsOfPeople(people)).map(({ members, person, doubt, isPlaceholder }) => ({
    members,
    group: {
      stays: members.map(({ stay }) => stay),
      kind: isPlaceholder ? ('placeholder' as const) : ('person' as const),
      person,
      doubt,
    },
  }))
  return [...addNotes(groups), ...notetakers(read)]
}

/** Without a name, an address and a person nothing says that two stays are of one. */
function groupsOfPeople(read: ReadStay[]) {
  const shared = sharedEmails(read)
  const isNobodys = ({ person, email, name }: ReadStay) => person === null && email === '' && name === ''
  const isContested = ({ person, email }: ReadStay) => person === null && shared.has(email)
  const sure = connect(
    read.filter((one) => !isNobodys(one) && !isContested(one)),
    ({ person, email }) => [
      ...(person === null ? [] : [`person ${person.id}`]),
      ...(email === '' || shared.has(email) ? [] : [`address ${email}`]),
    ],
  )
  const contested = [...Map.groupBy(read.filter(isContested), ({ email }) => email).values()]
  return [
    ...sure.flatMap((members) => splitByName(members)),
    ...contested.flatMap((members) => splitByName(members, 'surely')),
    ...read.filter(isNobodys).flatMap((one) => splitByName([one], 'surely')),
  ]
}

/** Addresses that stays of several known people have in common: they say of nobody else who it is. */
function sharedEmails(read: readonly ReadStay[]): Set<string> {
  const holders = new Map<string, string>()
  const shared = new Set<string>()
  for (const { email, person } of read) {
    if (email === '' || person === null) continue
    if ((holders.get(email) ?? person.id) !== person.id) shared.add(email)
    holders.set(email, person.id)
  }
  return shared
}

/** One row a name; without a name, one an address. */
function notetakers(read: readonly ReadStay[]): StayGroup[] {
  const robots = read.filter(({ kind }) => kind === 'notetaker')
  const byName = Map.groupBy(robots, ({ stay, email }) => nameKey(stay.typedName) || `<${email}>`)
  return [...byName.values()].map((members) => ({
    stays: members.map(({ stay }) => stay),
    kind: 'notetaker',
    person: null,
    doubt: null,
    note: null,
  }))
}
