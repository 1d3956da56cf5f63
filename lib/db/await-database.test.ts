import { expect, test } from 'vitest'
import { setEnv } from '#lib/env.ts'
import { AppError } from '#lib/errors.ts'
import { awaitDatabase } from './await-database.ts'
import { unreachable } from './unreachable.ts'

test('what needs the database is done once it is there, and what kept it is said once', async () => {
  const answers = ['refused', 'refused', 'timeout', 'here']
  const said: string[] = []
  const act = async () => {
    const answer = answers.shift()
    if (answer !== 'here') throw new AppError('upstream_unavailable', answer ?? '')
    return answer
  }
  expect(await awaitDatabase(act, (sentence) => said.push(sentence))).toBe('here')
  expect(said).toEqual(['refused', 'timeout'])
})

test('what waiting does not change is thrown at once', async () => {
  const said: string[] = []
  const act = () => Promise.reject(new Error('This database comes from a newer Foyer.'))
  await expect(awaitDatabase(act, (sentence) => said.push(sentence))).rejects.toThrow('newer Foyer')
  expect(said).toEqual([])
})

test('of a database behind a socket its folder is named', () => {
  const url = 'postgresql://foyer:geheim@/meetings?host=/run/postgresql'
  setEnv({ databaseUrl: url })
  const { message } = unreachable(url, Object.assign(new Error('no'), { code: 'ENOENT' }))
  expect(message).toContain('Check DATABASE_URL (/run/postgresql)')
  expect(message).not.toContain('geheim')
})

test.each([
  ['ECONNREFUSED', 'Check host and port in DATABASE_URL (db.example:6543)'],
  ['ENOTFOUND', 'Check the host in DATABASE_URL ("db.example")'],
  ['28P01', 'Check the user ("foyer") and the password in DATABASE_URL'],
  ['3D000', 'Create the database, or correct its name ("meetings")'],
  ['ETIMEDOUT', 'the firewall in between'],
])('an operator is told what to check about %s, and the password to nobody', async (code, advice) => {
  const url = 'postgresql://foyer:geheim@db.example:6543/meetings'
  setEnv({ databaseUrl: url })
  const { message } = unreachable(url, Object.assign(new Error('no'), { code }))
  expect(message).toContain(advice)
  expect(message).toContain('DATABASE_URL')
  expect(message).not.toContain('geheim')
})
