import { expect, test } from 'vitest'
import { pressedWay, returnPath } from './return-path.ts'

const origin = 'https://meet.example.com'
const from = (path: string, referrer = '') =>
  returnPath({ origin, search: `?from=${encodeURIComponent(path)}` }, referrer)

test('leads back to where the stranger wanted to go', () => {
  expect(from('/meetings/1/join')).toBe('/meetings/1/join')
  expect(from('/?q=budget&mine=1')).toBe('/?q=budget&mine=1')
})

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  'http://meet.example.com/',
  '/sign-in?from=/sign-in',
  '/.//evil.example',
  '/x/..//evil.example',
  '/%2e//evil.example',
  '',
])('never leads elsewhere: %s', (path) => expect(from(path)).toBe('/'))

test('only a press on this page begins a sign-in: a link from elsewhere does not', () => {
  const here = { origin, search: '?way=goto' }
  expect(pressedWay(here, `${origin}/sign-in`)).toBe('goto')
  expect(pressedWay({ origin, search: '?way=company' }, `${origin}/sign-in?from=%2Fsettings`)).toBe('company')
  for (const referrer of ['', 'https://evil.example/sign-in', 'https://evil.example/', `${origin}/settings`])
    expect(pressedWay(here, referrer)).toBeNull()
  expect(pressedWay({ origin, search: '?way=elsewhere' }, `${origin}/sign-in`)).toBeNull()
})

test('a press that came before the page was ready still knows where to', () => {
  const here = { origin, search: '?way=goto' }
  expect(returnPath(here, `${origin}/sign-in?from=%2Fsettings`)).toBe('/settings')
  expect(returnPath(here, 'https://evil.example/sign-in?from=%2Fsettings')).toBe('/')
})
