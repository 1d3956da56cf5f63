import { describe, expect, test } from 'vitest'
import { returnAddress } from './return-address.ts'

describe('where a sign-in returns to', () => {
  const base = 'https://meet.example.com'

  test.each([
    'https://evil.example/',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'https://meet.example.com@evil.example/',
    'https://meet.example.com.evil.example/',
    'https://evil@meet.example.com/',
    'http://meet.example.com/',
    'https://meet.example.com:8443/',
    'javascript:alert(1)',
    'data:text/html,x',
    '/api/auth/callback/goto?code=x',
    'https:evil.example',
    'https:///evil.example',
    '/\u0000/evil.example',
    'blob:https://meet.example.com/x',
    '/sign-in?from=/sign-in',
    '/.//evil.example',
    '/..//evil.example/x',
    '/x/..//evil.example',
    '/%2e//evil.example',
    'https://meet.example.com//evil.example',
  ])('%j leads home', (asked) => {
    expect(returnAddress(asked, base)).toBe(base)
  })

  test.each(['/', '/meetings?q=%2F%2Fevil.example#x', '/settings#goto', 'https://meet.example.com/history'])(
    '%j stays on this site',
    (asked) => {
      const address = new URL(returnAddress(asked, base))
      expect(address.href).toBe(new URL(asked, base).href)
    },
  )
})
