import type { Planned } from './calendar.ts'
import type { Company, Person } from './company.ts'
import { asAscii, firstNames, guestFirms, lastNames, mailName } from './names.ts'
import { type Random, randomFor } from './random.ts'
import { wholeSecond } from './whole-second.ts'

/** Somebody in a session from one moment to another, under the name and address typed. */
export type Attendance = { name: string; email: string; joinedAt: number; leftAt: number | null }

type Guest = { name: string; email: string; habit: string }

const minute = 60_000

/** Who was in a simulated session: the same on every call. The `absent` act for themselves. */
export function simulateAttendance(
  planned: Planned,
  company: Company,
  absent: ReadonlySet<string> = new Set(),
): Attendance[] {
  const random = randomFor('attendance', planned.place.day, planned.place.lane, planned.place.slot)
  const host = indexOf(company).hosts.get(planned.organizerKey)
  const guests = [...regulars(planned, company), ...others(planned, company, random)]
  const heads = new Map(guests.map((guest) => [guest.habit, guest]))
  const rows = [...heads.values()]
    .map((guest) => ({ guest, rows: stay(guest, planned, random) }))
    .flatMap(({ guest, rows }) => (absent.has(guest.habit) ? [] : rows))
  const lead = host
    ? [
        {
          name: `${host.firstName} ${host.lastName}`,
          email: host.email,
          joinedAt: planned.runsFrom,
          leftAt: planned.runsUntil,
        },
      ]
    : []
  return [...lead, ...rows, ...notetakers(planned, host)].sort((a, b) => a.joinedAt - b.joinedAt)
}

/** Mostly the same people every week. */
function regulars(planned: Planned, company: Company): Guest[] {
  if (!planned.series) return []
  const circle = randomFor('circle', planned.series, planned.organizerKey)
  const week = randomFor('week', planned.series, planned.place.day)
  const size = circle.chance(0.08) ? circle.int(18, 45) : circle.int(2, 12)
  const members = Array.from({ length: size }, () => employee(circle, planned, company))
  return members.filter(() => week.chance(0.84))
}

function others(planned: Planned, company: Company, random: Random): Guest[] {
  const many = planned.series ? random.int(0, 2) : random.chance(0.06) ? random.int(15, 60) : random.int(1, 9)
  const isCustomerMeeting = guestFirms.some(({ name }) => planned.subject.includes(name))
  return Array.from({ length: many }, () => {
    if (random.chance(0.05)) return phoneCaller(random)
    return random.chance(isCustomerMeeting ? 0.6 : 0.08)
      ? customer(planned, random)
      : employee(random, planned, company)
  })
}

function employee(random: Random, planned: Planned, company: Company): Guest {
  const { hosts, teams } = indexOf(company)
  const colleagues = teams.get(hosts.get(planned.organizerKey)?.group ?? '') ?? []
  const person = random.pick(random.chance(0.6) && colleagues.length > 1 ? colleagues : company.people)
  return { ...asTyped(person), habit: person.email }
}

/** Everybody types in their own way, and mostly sticks to it. */
function asTyped(person: Person): { name: string; email: string } {
  const { firstName, lastName, email } = person
  const random = randomFor('habit', email)
  const name = `${firstName} ${lastName}`
  const privately = `${mailName(firstName)}.${mailName(lastName).slice(0, 1)}${random.int(60, 99)}@mail.example`
  const kinds: (readonly [number, string, string])[] = [
    [0.48, name, email],
    [0.58, firstName, email],
    [0.66, `${lastName}, ${firstName}`, email],
    [0.73, name, ''],
    [0.77, `iPhone von ${firstName}`, ''],
    [0.8, `${firstName}'s iPad`, 'NA'],
    [0.86, name, privately],
    [0.9, name.toLowerCase(), email.toUpperCase()],
    [0.94, asAscii(name), 'NA'],
    [0.97, `${firstName.slice(0, 3)} ${lastName.slice(0, 1)}.`, ''],
    [1, `${lastName} ${firstName} (${person.group})`, ` ${email}`],
  ]
  const dice = random.next()
  const [, typedName, typedEmail] = kinds.find(([limit]) => dice < limit) ?? [1, name, email]
  return { name: typedName, email: typedEmail }
}

function customer(planned: Planned, random: Random): Guest {
  const firm = guestFirms.find(({ name }) => planned.subject.includes(name)) ?? random.pick(guestFirms)
  const who = randomFor('customer', firm.domain, random.int(1, 9))
  const [first, last] = [who.pick(firstNames), who.pick(lastNames)]
  const email = `${mailName(first).slice(0, 1)}.${mailName(last)}@${firm.domain}`
  return { name: `${first} ${last}`, email: who.chance(0.6) ? email : who.pick(['', 'NA']), habit: email }
}

/** People who dial in have no name and no address. */
function phoneCaller(random: Random): Guest {
  const name = random.pick([
    `+49 89 ***-**${random.int(10, 99)}`,
    `Caller ${random.int(1, 6)}`,
    'Unknown caller',
    'Anonymous',
  ])
  return { name, email: random.pick(['', 'NA']), habit: `phone ${name}` }
}

/** A machine that writes along comes with the first and goes with the last. */
function notetakers({ place, runsFrom, runsUntil }: Planned, host: Person | undefined): Attendance[] {
  const random = randomFor('notetaker', place.day, place.lane, place.slot)
  if (!random.chance(0.1)) return []
  const own = host ? [`${host.firstName}'s Notetaker`] : []
  const name = random.pick(['Otter.ai', 'Fireflies.ai Notetaker', 'read.ai meeting notes', ...own])
  return [row({ name, email: '', habit: name }, runsFrom, runsUntil)]
}

/** One row, or two or three for somebody whose connection broke or who came back. */
function stay(guest: Guest, planned: Planned, random: Random): Attendance[] {
  const { runsFrom, runsUntil } = planned
  const length = runsUntil - runsFrom
  const joinedAt = runsFrom + Math.min(Math.floor(random.next() ** 3 * 12 * minute), Math.floor(length / 3))
  const leavesEarly = random.chance(0.12)
  const leftAt = leavesEarly ? joinedAt + Math.floor((runsUntil - joinedAt) * (0.3 + 0.6 * random.next())) : runsUntil
  if (!random.chance(0.09) || leftAt - joinedAt < 12 * minute) return [row(guest, joinedAt, leftAt)]
  const lostAt = joinedAt + Math.floor((leftAt - joinedAt) * (0.3 + 0.4 * random.next()))
  return [row(guest, joinedAt, lostAt), row(guest, lostAt + random.int(8, 150) * 1_000, leftAt)]
}

function row({ name, email }: Guest, joinedAt: number, leftAt: number): Attendance {
  return { name, email, joinedAt: wholeSecond(joinedAt), leftAt: wholeSecond(leftAt) }
}

type Index = { hosts: Map<string, Person>; teams: Map<string, Person[]> }
const indexes = new WeakMap<Company, Index>()

function indexOf(company: Company): Index {
  const known = indexes.get(company)
  if (known) return known
  const byEmail = new Map(company.people.map((person) => [person.email, person]))
  const hosts = company.organizers.flatMap(({ key, email }) => {
    const person = byEmail.get(email)
    return person ? [[key, person] as const] : []
  })
  const index = { hosts: new Map(hosts), teams: Map.groupBy(company.people, ({ group }): string => group) }
  indexes.set(company, index)
  return index
}
