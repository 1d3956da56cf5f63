import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, inTransaction } from '#lib/db/client.ts'
import { makeEmployee } from '#lib/testing/company.ts'
import { freshDatabase, type TestDatabase } from '#lib/testing/database.ts'
import { getCompanySettings } from './get-company-settings.ts'
import { readSetting } from './read-setting.ts'
import { saveCompanySettings } from './save-company-settings.ts'
import { writeSetting } from './write-setting.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
})

afterAll(() => database.close())

test('an administrator changes them, and the audit log says who and from what', async () => {
  const adam = await makeEmployee('Adam', { isAdministrator: true })
  expect(await getCompanySettings(adam)).toMatchObject({ defaultVisibility: 'company' })
  expect(await saveCompanySettings(adam, { defaultVisibility: 'group' })).toMatchObject({ defaultVisibility: 'group' })
  await saveCompanySettings(adam, { defaultVisibility: 'group' })
  await saveCompanySettings(adam, {})
  expect(await db().auditEntry.findMany()).toMatchObject([
    { actorId: adam.personId, action: 'settings.change', details: { before: 'company', after: 'group' } },
  ])
})

test('nobody else reads or changes them', async () => {
  const erin = await makeEmployee('Erin')
  await expect(getCompanySettings(erin)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(saveCompanySettings(erin, { defaultVisibility: 'invited' })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await readSetting('meetings.defaultVisibility')).toBe('group')
})

test('a value written by another version in another shape counts as not chosen', async () => {
  await db().setting.create({ data: { key: 'meetings.joinWindow', value: { minutes: 'ten' }, changedAt: new Date() } })
  expect(await readSetting('meetings.joinWindow')).toMatchObject({ minutesBefore: 15 })
  await inTransaction((tx) => writeSetting(tx, 'meetings.joinWindow', { minutesBefore: 5, minutesAfter: 5 }, null))
  expect(await readSetting('meetings.joinWindow')).toEqual({ minutesBefore: 5, minutesAfter: 5 })
})

test('audit entries can be neither changed nor removed', async () => {
  await expect(db().auditEntry.updateMany({ data: { action: 'nothing' } })).rejects.toThrow(/append-only/)
  await expect(db().auditEntry.deleteMany()).rejects.toThrow(/append-only/)
})
