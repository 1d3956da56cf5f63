import { expect, test } from 'vitest'
import { companyOf, sandboxPeople } from './company.ts'

test('the company has 400 people in 8 groups and 60 organizers, 52 of them in Sales', () => {
  const company = companyOf('full')
  const ours = company.organizers.filter(({ email }) => email.endsWith('@example.com'))
  const sales = company.groups.find(({ name }) => name === 'Sales')
  expect(company.people).toHaveLength(400)
  expect(new Set(company.people.map(({ email }) => email)).size).toBe(400)
  expect(new Set(company.people.map(({ group }) => group)).size).toBe(8)
  expect(ours).toHaveLength(60)
  expect(ours.filter(({ groupKey }) => groupKey === sales?.key)).toHaveLength(52)
})

test('the small company has a dozen people and 4 organizers', () => {
  expect(sandboxPeople('small')).toHaveLength(12)
  expect(sandboxPeople('small').filter(({ hasGoto }) => hasGoto)).toHaveLength(4)
})

test('the four named people come first, and Erin has no GoTo', () => {
  const [erin, olivia, mara, adam] = sandboxPeople()
  expect(erin).toMatchObject({ email: 'erin@example.com', hasGoto: false })
  expect(olivia).toMatchObject({ email: 'olivia@example.com', hasGoto: true })
  expect(mara).toMatchObject({ email: 'mara@example.com', group: 'Sales', roles: ['employee', 'organizer', 'manager'] })
  expect(adam).toMatchObject({ email: 'adam@example.com', roles: ['employee', 'organizer', 'administrator'] })
})

test('extra organizers for the large data set leave everybody else as they are', () => {
  const [full, large] = [companyOf('full'), companyOf('full', 540)]
  expect(large.organizers.slice(0, 60)).toEqual(full.organizers.slice(0, 60))
  expect(large.organizers).toHaveLength(601)
})

test('organizer keys and the account key are beyond what a JavaScript number holds', () => {
  for (const { key, accountKey } of companyOf('full').organizers) {
    expect(Number.isSafeInteger(Number(key))).toBe(false)
    expect(Number.isSafeInteger(Number(accountKey))).toBe(false)
  }
})
