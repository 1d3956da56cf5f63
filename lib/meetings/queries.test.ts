import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test, vi } from 'vitest'
import { foundMeetingsQuery, meetingsQuery } from './queries.ts'

afterEach(() => vi.unstubAllGlobals())

test('of a list with many pages only the first is asked for again, until the list has another version', async () => {
  const asked: string[] = []
  let version: string | undefined = 'a'
  vi.stubGlobal('fetch', async (input: string) => {
    const page = Number(new URL(input, 'http://portal').searchParams.get('cursor') ?? 0)
    asked.push(`${page}`)
    const items = [{ id: `${page}`, subject: `read at ${version}`, invited: [] }]
    return Response.json({
      items,
      nextCursor: page < 3 ? String(page + 1) : null,
      joined: {},
      throughGroups: {},
      version,
    })
  })
  const client = new QueryClient()
  const observer = new InfiniteQueryObserver(client, { ...meetingsQuery({}), refetchInterval: false })
  const stop = observer.subscribe(() => undefined)
  await observer.refetch()
  for (let page = 1; page <= 3; page += 1) await observer.fetchNextPage()
  const refresh = async () => {
    asked.length = 0
    await observer.refetch()
    return asked.join('')
  }
  expect(await refresh()).toBe('0')
  version = 'b'
  expect(await refresh()).toBe('0123')
  const { data } = observer.getCurrentResult()
  expect(data?.pages.map(({ items }) => items[0]?.subject)).toEqual(Array(4).fill('read at b'))
  expect(await refresh()).toBe('0')
  // An older process doesn't say which version it is.
  version = undefined
  expect(await refresh()).toBe('0123')
  expect(await refresh()).toBe('0123')
  stop()
})

test.each([
  [3, [0, 1, 2, 3], ['3']],
  [0, [0], ['0']],
  [9, [0, 1, 2, 3, 4], []],
])(
  'a search in the palette goes on by itself over empty pages, but not for ever: found on page %i',
  async (on, pages, found) => {
    const asked: number[] = []
    vi.stubGlobal('fetch', async (input: string) => {
      const page = Number(new URL(input, 'http://portal').searchParams.get('cursor') ?? 0)
      asked.push(page)
      const items = page === on ? [{ id: `${page}`, invited: [] }] : []
      return Response.json({ items, nextCursor: String(page + 1), joined: {}, throughGroups: {} })
    })
    const { items } = await new QueryClient().fetchQuery(foundMeetingsQuery('planning round'))
    expect(asked).toEqual(pages)
    expect(items.map(({ id }) => id)).toEqual(found)
  },
)
