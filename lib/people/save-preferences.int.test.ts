import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TestPortal, testPortal } from '#lib/testing/portal.ts'
import { getMe } from './get-me.ts'
import { savePreferences } from './save-preferences.ts'
import { PreferencesDraft } from './schema.ts'

let portal: TestPortal
beforeEach(async () => {
  portal = await testPortal()
})
afterEach(() => portal.close())

test('the clock somebody chooses is theirs in every browser, and whatever else they chose stays', async () => {
  const erin = await portal.employee('erin@example.com')
  expect((await getMe(erin)).preferences.clock).toBe('browser')
  await savePreferences(erin, { zone: 'Asia/Kolkata' })
  await savePreferences(erin, { clock: '12' })
  expect((await getMe(erin)).preferences).toMatchObject({ zone: 'Asia/Kolkata', clock: '12' })
  expect((await getMe(await portal.employee('adam@example.com'))).preferences.clock).toBe('browser')
})

test('there is no other clock', () => {
  expect(PreferencesDraft.safeParse({ clock: '13' }).success).toBe(false)
})
