import { expect, test } from 'vitest'
import { setClock } from '#lib/clock.ts'
import type { Me } from '#lib/people/schema.ts'
import type { Visitor } from '#lib/testing/door.ts'
import { openDoor } from '#lib/testing/open-door.ts'
import { idleMs } from './session-limits.ts'

const door = openDoor()

async function draftsOf(visitor: Visitor): Promise<Me['drafts']> {
  return ((await visitor.call('GET', '/api/me')).body as Me).drafts
}

/** At the company too, which would else remember who it was. */
async function signInAnew(browser: Visitor, email: string): Promise<void> {
  for (const name of browser.jar.keys()) if (name.startsWith('127.0.0.1 ')) browser.jar.delete(name)
  await browser.signInAtCompany(email)
}

test('the key of what is typed is the same all through a session, and another one in every other', async () => {
  const [erin, elsewhere, tom] = [door.newVisitor(), door.newVisitor(), door.newVisitor()]
  await erin.signInAtCompany('erin@example.com')
  await elsewhere.signInAtCompany('erin@example.com')
  await tom.signInAtCompany('mara@example.com')
  const mine = await draftsOf(erin)
  expect(Buffer.from(mine.key, 'base64')).toHaveLength(32)
  expect(await draftsOf(erin)).toEqual(mine)
  const all = [mine, await draftsOf(elsewhere), await draftsOf(tom)]
  expect(new Set(all.map(({ id }) => id)).size).toBe(3)
  expect(new Set(all.map(({ key }) => key)).size).toBe(3)
})

test('connecting GoTo goes on with what was typed before', async () => {
  const erin = door.newVisitor()
  await door.newVisitor().signInAtGoto('adam@example.com')
  await erin.signInAtCompany('olivia@example.com')
  const before = await draftsOf(erin)
  await erin.call('POST', '/api/connections')
  await erin.signInAtGoto('olivia@example.com')
  expect(await draftsOf(erin)).toEqual(before)
  await erin.call('POST', '/api/connections')
  await erin.signInAtGoto('olivia@example.com')
  expect(await draftsOf(erin)).toEqual(before)
})

test('after the session, whoever signs in in this browser begins without drafts', async () => {
  const browser = door.newVisitor()
  await browser.signInAtCompany('erin@example.com')
  const before = await draftsOf(browser)
  await signInAnew(browser, 'mara@example.com')
  const others = await draftsOf(browser)
  expect(others.id).not.toBe(before.id)
  const later = new Date(Date.now() + idleMs + 1)
  setClock(() => later)
  try {
    expect((await browser.call('GET', '/api/me')).status).toBe(401)
    await signInAnew(browser, 'mara@example.com')
    expect((await draftsOf(browser)).id).not.toBe(others.id)
  } finally {
    setClock(null)
  }
})
