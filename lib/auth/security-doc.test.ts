import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dayMs } from '#lib/time/day.ts'
import { mostADay, mostTokens } from '#lib/tokens/create-token.ts'
import { mostAddresses } from '#lib/tokens/note-use.ts'
import { longestDays } from '#lib/tokens/schema.ts'
import { absoluteMs, ceremonyMs, idleMs, mostSessions } from './session-limits.ts'

test('docs/security.md says how long sessions and API tokens last, as they do', () => {
  const rows = Object.fromEntries(
    readFileSync('docs/security.md', 'utf8')
      .split('\n')
      .flatMap((line) => [/^\| ([^|]+) \| ([^|]+) \| [^|]+ \|$/.exec(line) ?? []])
      .map(([, what = '', howLong = '']) => [what, howLong]),
  )
  expect(rows).toMatchObject({
    'a session that is not used': `ends after ${idleMs / 3_600_000} hours`,
    'a session that is used': `ends after ${absoluteMs / dayMs} days`,
    'sessions of one person at a time': `at most ${mostSessions}`,
    'a token': `ends after at most ${longestDays} days`,
    'tokens of one person at a time': `at most ${mostTokens}`,
    'tokens one person creates in a day': `at most ${mostADay}, with those revoked again`,
    'addresses of one token in the audit log': `the first ${mostAddresses}`,
    'a sign-in, from the press to the answer': `at most ${ceremonyMs / 60_000} minutes`,
  })
})
