import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { machineVariables } from '#lib/env.ts'
import { newTokenText } from './token-text.ts'

test('a token reaches no log line, however it gets there', () => {
  const token = newTokenText()
  const program = `
    const { log } = await import('#lib/log.ts')
    const token = process.env.THE_TOKEN
    log.info({ method: 'GET', path: '/api/meetings/' + token }, 'request')
    log.warn({ err: new Error('refused ' + token) }, 'for ' + token)
    log.info({ headers: { authorization: 'Bearer ' + token } }, 'headers')
    log.info({ deep: { deeper: { deepest: [token, token.slice(0, 40)] } } }, 'foyer_ and others stay')
  `
  const lines = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    env: { ...machineVariables(), LOG_LEVEL: 'info', THE_TOKEN: token },
    encoding: 'utf8',
  })
  expect(lines.trim().split('\n')).toHaveLength(4)
  expect(lines).not.toContain(token.slice(0, 18))
  expect(lines).toContain('/api/meetings/foyer_[redacted]')
  expect(lines).toContain('foyer_ and others stay')
})
