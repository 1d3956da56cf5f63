import { beforeAll, expect, test } from 'vitest'
import { setEnv } from '#lib/env.ts'
import { joinUrlOf } from './join-url.ts'

beforeAll(() => setEnv({ gotoJoinUrl: 'https://meet.goto.com/{id}' }))

test('the vendor’s address is used, or the one from the settings where there is none', () => {
  expect(joinUrlOf('123456789', 'https://www.gotomeeting.com/join/123456789')).toBe(
    'https://www.gotomeeting.com/join/123456789',
  )
  expect(joinUrlOf('123456789', null)).toBe('https://meet.goto.com/123456789')
})

test.each(['javascript:alert(1)//', 'data:text/html,x', '//evil.example', 'file:///etc/passwd'])(
  'a browser is never sent to %s',
  (known) => {
    expect(joinUrlOf('123456789', known)).toBe('https://meet.goto.com/123456789')
  },
)
