import { firstNames, lastNames, mailName } from './names.ts'
import { randomFor } from './random.ts'

export type CompanySize = 'full' | 'small'

export type Person = {
  email: string
  firstName: string
  lastName: string
  title: string
  group: GroupName
  hasGoto: boolean
  roles: ('employee' | 'organizer' | 'manager' | 'administrator')[]
}

export type SeedOrganizer = {
  key: string
  accountKey: string
  email: string
  firstName: string
  lastName: string
  groupKey: string
  maxParticipants: number
  adminRoles: string[]
  locale: string
  /** Moves only when somebody acts. */
  isNamed: boolean
}

export type SeedGroup = { key: string; accountKey: string; name: string }

export type Company = { people: Person[]; organizers: SeedOrganizer[]; groups: SeedGroup[] }

/** 18 digits, beyond 2^53, as the vendor's are (goto-api.md 4). */
const accountKey = '200000000000002211'
const strangerAccountKey = '200000000000007733'

/**
 * 52 of the 60 organizers are in Sales. The vendor's limit of 50 counts a group's organizers (goto-api.md 7), so only
 * such a group reaches it; and salespeople are the ones who need licences, while other departments share a few.
 */
const departments = [
  { name: 'Sales', people: 104, organizers: 51, titles: ['Account executive', 'Sales engineer', 'Account manager'] },
  { name: 'Customer Care', people: 64, organizers: 2, titles: ['Support specialist', 'Customer success manager'] },
  { name: 'Engineering', people: 72, organizers: 1, titles: ['Software engineer', 'Quality engineer', 'Architect'] },
  { name: 'Marketing', people: 36, organizers: 1, titles: ['Campaign manager', 'Content editor'] },
  { name: 'Product', people: 32, organizers: 1, titles: ['Product manager', 'Designer'] },
  { name: 'Finance', people: 30, organizers: 1, titles: ['Controller', 'Accountant'] },
  { name: 'People', people: 28, organizers: 0, titles: ['HR partner', 'Recruiter'] },
  { name: 'IT', people: 30, organizers: 0, titles: ['System administrator', 'Service desk agent'] },
] as const

export type GroupName = (typeof departments)[number]['name']

const named: Person[] = [
  {
    email: 'erin@example.com',
    firstName: 'Erin',
    lastName: 'Walsh',
    title: 'Accountant',
    group: 'Finance',
    hasGoto: false,
    roles: ['employee'],
  },
  {
    email: 'olivia@example.com',
    firstName: 'Olivia',
    lastName: 'Marsh',
    title: 'HR partner',
    group: 'People',
    hasGoto: true,
    roles: ['employee', 'organizer'],
  },
  {
    email: 'mara@example.com',
    firstName: 'Mara',
    lastName: 'Lindqvist',
    title: 'Head of Sales',
    group: 'Sales',
    hasGoto: true,
    roles: ['employee', 'organizer', 'manager'],
  },
  {
    email: 'adam@example.com',
    firstName: 'Adam',
    lastName: 'Keller',
    title: 'IT manager',
    group: 'IT',
    hasGoto: true,
    roles: ['employee', 'organizer', 'administrator'],
  },
]

/** The four people the documents name. */
export const namedEmails = named.map(({ email }) => email)

/** Somebody whose GoTo account belongs to another company: a valid grant that must not let them in here. */
const stranger: SeedOrganizer = {
  key: '300000000000990017',
  accountKey: strangerAccountKey,
  email: 'frida@elsewhere.example',
  firstName: 'Frida',
  lastName: 'Stone',
  groupKey: '7733001',
  maxParticipants: 26,
  adminRoles: ['SUPER_USER'],
  locale: 'en_US',
  isNamed: true,
}

const companies = new Map<string, Company>()

/**
 * The company, the same on every call. `extraOrganizers` are for the large data set and leave everybody else as they
 * are.
 */
export function companyOf(size: CompanySize, extraOrganizers = 0): Company {
  const key = `${size}|${extraOrganizers}`
  const known = companies.get(key)
  if (known) return known
  const groups = departments.map(({ name }, nth) => ({ key: String(1_203_400 + nth * 17), accountKey, name }))
  const people = [...named, ...hire(size, extraOrganizers)]
  const organizers = people
    .filter(({ hasGoto }) => hasGoto)
    .map((person, nth) => toOrganizer(person, nth, groups.find(({ name }) => name === person.group)?.key ?? ''))
  const company = {
    people,
    organizers: [...organizers, stranger],
    groups: [...groups, { key: stranger.groupKey, accountKey: strangerAccountKey, name: 'Everybody' }],
  }
  companies.set(key, company)
  return company
}

/** Who works at the demo's company, for its sign-in page. */
export function sandboxPeople(size: CompanySize = 'full'): Person[] {
  return companyOf(size).people
}

function hire(size: CompanySize, extraOrganizers: number): Person[] {
  const random = randomFor('people')
  const taken = new Set(named.map(({ email }) => email))
  const staff = departments.flatMap((department) =>
    Array.from({ length: heads(department, size) }, (_, nth): Person => {
      const title = random.pick(department.titles)
      return newPerson(random, taken, department.name, title, nth < organizersIn(department, size))
    }),
  )
  const extra = randomFor('extra people')
  return [
    ...staff,
    ...Array.from({ length: extraOrganizers }, () => newPerson(extra, taken, 'Sales', 'Account executive', true)),
  ]
}

/** In the small company three named people and one more have GoTo, so that something happens without anybody acting. */
function organizersIn(department: (typeof departments)[number], size: CompanySize): number {
  if (size === 'full') return department.organizers
  return department.name === 'Customer Care' ? 1 : 0
}

function heads(department: (typeof departments)[number], size: CompanySize): number {
  return size === 'full' ? department.people : 1
}

function newPerson(
  random: ReturnType<typeof randomFor>,
  taken: Set<string>,
  group: GroupName,
  title: string,
  hasGoto: boolean,
): Person {
  const firstName = random.pick(firstNames)
  const lastName = random.pick(lastNames)
  const name = `${mailName(firstName)}.${mailName(lastName)}`
  let email = `${name}@example.com`
  for (let nth = 2; taken.has(email); nth++) email = `${name}${nth}@example.com`
  taken.add(email)
  return {
    email,
    firstName,
    lastName,
    title,
    group,
    hasGoto,
    roles: hasGoto ? ['employee', 'organizer'] : ['employee'],
  }
}

function toOrganizer(person: Person, nth: number, groupKey: string): SeedOrganizer {
  const random = randomFor('organizer', person.email)
  return {
    key: String(300_000_000_000_384_444n + BigInt(nth) * 1_013n),
    accountKey,
    email: person.email,
    firstName: person.firstName,
    lastName: person.lastName,
    groupKey,
    maxParticipants: random.pick([26, 101, 151, 251]),
    adminRoles: person.roles.includes('administrator') ? ['SUPER_USER'] : [],
    locale: random.pick(['en_US', 'en_US', 'de_DE', 'en_GB', 'fr_FR']),
    isNamed: named.includes(person),
  }
}
