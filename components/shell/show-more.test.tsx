import { useInfiniteQuery } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { InPortal } from './fixture.tsx'
import { ShowMore } from './show-more.tsx'

type Page = { items: string[]; next: number | null }
const pages: Page[] = [
  { items: ['a', 'b'], next: 1 },
  { items: ['c', 'd'], next: null },
]

afterEach(cleanup)

test('the next page takes the focus to its first row, and the button goes with the last page', async () => {
  render(
    <InPortal>
      <Letters />
    </InPortal>,
  )
  fireEvent.click(await screen.findByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(document.activeElement?.id).toBe('c'))
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})

function Letters() {
  const query = useInfiniteQuery({
    queryKey: ['letters'],
    queryFn: async ({ pageParam }) => pages[pageParam] as Page,
    initialPageParam: 0,
    getNextPageParam: (page: Page) => page.next,
  })
  return (
    <>
      {query.data?.pages.flatMap(({ items }) =>
        items.map((letter) => (
          <p key={letter} id={letter} tabIndex={-1}>
            {letter}
          </p>
        )),
      )}
      <ShowMore query={query} rowIds={(some) => some.flatMap(({ items }) => items)} />
    </>
  )
}
