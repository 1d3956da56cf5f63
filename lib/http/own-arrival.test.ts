import { expect, test } from 'vitest'
import { isOwnArrival } from './own-arrival.ts'

const ours = 'https://meet.example.com'
const isOwn = (headers: Record<string, string>) => isOwnArrival(new Headers(headers), ours)

test.each(['same-origin', 'none'])(
  'a press in Foyer, a bookmark and a link in a mail program are the person’s own: %s',
  (site) => expect(isOwn({ 'sec-fetch-site': site })).toBe(true),
)

test.each(['cross-site', 'same-site', 'nonsense'])('another site’s link is not, whatever the referrer: %s', (site) =>
  expect(isOwn({ 'sec-fetch-site': site, referer: `${ours}/` })).toBe(false),
)

test('where the browser names no site, only our own page as the referrer counts', () => {
  expect(isOwn({ referer: `${ours}/meetings?q=x` })).toBe(true)
  for (const referer of ['https://evil.example/', 'https://meet.example.com.evil.example/', 'nonsense'])
    expect(isOwn({ referer })).toBe(false)
  expect(isOwn({})).toBe(false)
})

test('a page loaded in advance has not been opened by anybody', () => {
  expect(isOwn({ 'sec-fetch-site': 'none', 'sec-purpose': 'prefetch;prerender' })).toBe(false)
})
