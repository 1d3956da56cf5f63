import { addNotes, type Note } from './add-notes.ts'
import { connect } from './connect.ts'
import { joinNames } from './join-names.ts'
import { nameKey } from './name-key.ts'
import { splitByName } from './split-by-name.ts'
import { type ReadStay, readStay, type Stay } from './stay.ts'
import { withoutCopies } from './without-copies.ts'

/** Stays that form one row of a report. */
export type StayGroup = {
  stays: Stay[]
  kind: 'person' | 'placeholder' | 'notetaker'
  /** Who it is, never the same in two groups; null: unknown. */
  person: Stay['person']
  /** Why it isn't the person some of its stays name; null: none does. */
  doubt: string | null
  note: Note | null
}

/**
 * Which stays form one row: those of one person, of one typed address, or of an equal name where that can't be two
 * people. Several people at once behind one address are several rows, a placeholder name is nobody's, and a notetaker
 * is not a person. Pure: the groups don't depend on the order of the stays, and each stay is in exactly one, but a row
 * GoTo repeats in none.
 */
export function groupStays(stays: readonly Stay[]): StayGroup[] {
  const read = withoutCopies(stays.map(readStay))
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

/** Without a name, an address and a person, nothing shows that two stays belong together. */
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

/** Addresses shared by stays of several known people: they identify nobody else. */
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

/** One row per name; without a name, one per address. */
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
