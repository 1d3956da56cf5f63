import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UserActor } from '#lib/auth/actor.ts'
import { now } from '#lib/clock.ts'
import { db } from '#lib/db/client.ts'
import { bestFirst } from '#lib/search/match.ts'
import { makeEmployee } from '#lib/testing/company.ts'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { listPeople } from './list-people.ts'

const people = Object.entries({
  'Jan Wójcik': 'jan.wojcik@example.com',
  'Jan Wójcikowska-Straße': 'j.w@example.com',
  'Anna Straße': 'anna.strasse@customer.example',
  'STRASSE Otto': 'otto@example.com',
  'Ida Mu\u0308ller': 'ida.mueller@example.com',
  'Pat O’Brien': 'pat.obrien@example.com',
  "Sam O'Brien": 'sam@brien.example',
  'Jean-Luc Dubois': 'jl@example.com',
  'Nguyễn Văn An': 'an.nguyen@example.com',
  'Åsa Ångström': 'asa@example.com',
  'Łukasz Đorđe': 'lukasz+work@example.com',
  'Æther Œuvre': 'aether_oeuvre@example.com',
  'ﬁnn Ｆｕｌｌ': 'finn@example.com',
  'İbrahim Yıldız': 'ibrahim@istanbul.example',
  'Σωκράτης Παπαδόπουλος': 'sokratis@example.com',
  'Артём Йорк': 'artem@example.com',
  王小明: 'xiaoming@example.com',
  김철수: 'kim@example.com',
  'Lee Hoejgaard': 'lee@customer.test',
  'Kim DArcy': 'kim.darcy@customer.test',
}).map(([name, email]) => ({ name, email }))

const asked = [
  ...['wojcik', 'WÓJCIK jan', 'wo\u0301jc', 'strasse', 'straße', 'STRAẞE', 'müller', 'muller', 'Mu\u0308ll', 'mueller'],
  ...["o'brien", 'O’Brien', 'obrien', 'brien', 'o', 'jean-luc', 'luc', 'jeanluc', 'nguyen', 'nguyễn an', 'angstrom'],
  ...['Å', 'lukasz', 'đ', 'dorde', 'aether', 'œuvre', 'fi', 'full', 'ｆｕ', 'istanbul', 'ibr', 'yildiz', 'YILDIZ', 'ı'],
  ...['σωκρατης', 'ΠΑΠΑ', 'ς', 'артем', 'йорк', '小明', '王', '김', 'jcik', 'traße', 'example.com', '@example', 'com'],
  ...['jan.wojcik@example.com', 'lukasz+work', 'jan customer', 'an ex', '?', '%', '_', '\\', '. -', '- jan -'],
  ...[
    'aangstroem',
    'åsa',
    'aasa',
    'höjgaard',
    'højgaard',
    'hojgaard',
    'oeuvre',
    'ida mueller',
    'mue',
    '철수',
    '김철수',
  ],
  ...['철수 김', '수', "kim d'arcy", 'oʼbrien', "ida.mueller'", "'", "ö'ö"],
]

let database: TestDatabase
let erin: UserActor
beforeAll(async () => {
  database = await freshDatabase()
  erin = await makeEmployee('Erin')
  for (const person of people) await remember(person)
})
afterAll(() => database.close())

async function remember({ name, email }: { name: string; email: string }): Promise<void> {
  const address = { email, verifiedBy: 'directory', createdAt: now() }
  await db().person.create({ data: { name, email, createdAt: now(), addresses: { create: address } } })
}

async function found(q: string): Promise<string[]> {
  return (await listPeople(erin, { q })).items.map(({ name }) => name)
}

test.each(asked)('whether a list is searched here or in the database, %j finds the same people', async (q) => {
  const all = [...people, { name: 'Erin', email: 'erin@example.com' }]
  const here = bestFirst(all, q, ({ name, email }) => [name, email]).map(({ name }) => name)
  const there = await found(q)
  expect(there.toSorted()).toEqual(here.toSorted())
  const byName = bestFirst(all, q, ({ name }) => [name]).map(({ name }) => name)
  expect(there.slice(0, byName.length)).toEqual(byName)
})

test('the best match comes first, even when more are found than shown', async () => {
  for (let nth = 10; nth < 40; nth += 1)
    await remember({ name: `Aaron ${nth} Zander`, email: `zander${nth}@example.com` })
  await remember({ name: 'Zander', email: 'z@example.com' })
  await remember({ name: 'Zanderson', email: 'zs@example.com' })
  const names = await found('zander')
  expect(names).toHaveLength(20)
  expect(names.slice(0, 3)).toEqual(['Zander', 'Zanderson', 'Aaron 10 Zander'])
  // Name matches, then addresses that start with it, then addresses with it anywhere.
  await remember({ name: 'Zz Last', email: 'obr@example.com' })
  await remember({ name: 'Aa First', email: 'first@obr.example' })
  expect(await found('obr')).toEqual(['Pat O’Brien', "Sam O'Brien", 'Zz Last', 'Aa First'])
})

test('an empty search finds nobody', async () => {
  for (const q of ['', ' ', '?!', '🎉']) expect(await found(q), q).toEqual([])
})
