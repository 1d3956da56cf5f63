import { useQuery } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { meKey } from '#lib/people/queries.ts'
import { InPortal, meOf, quietClient } from './fixture.tsx'
import { Loaded } from './loaded.tsx'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function open(answers: (string | Error)[]) {
  const client = quietClient()
  client.setQueryData(meKey, meOf())
  function List() {
    const query = useQuery({
      queryKey: ['list'],
      queryFn: async () => {
        const answer = answers.shift() ?? new Error('Nothing more.')
        if (answer instanceof Error) throw answer
        return answer
      },
    })
    return <Loaded query={query}>{(data) => <p>{data}</p>}</Loaded>
  }
  render(
    <InPortal client={client}>
      <List />
    </InPortal>,
  )
  return client
}

test('what could be read stays when it can’t be read again, says since when, and is tried again by a press', async () => {
  vi.useFakeTimers({ now: new Date('2026-11-24T10:04:00.000Z'), shouldAdvanceTime: true })
  const client = open(['One row', new Error('Foyer can’t be reached.'), 'Two rows'])
  expect(await screen.findByText('One row')).toBeTruthy()
  expect(screen.queryByText(/as of/)).toBeNull()
  vi.setSystemTime(new Date('2026-11-24T10:30:00.000Z'))
  await act(() => client.invalidateQueries({ queryKey: ['list'] }))
  expect(await screen.findByText('Foyer can’t be reached. Showing this as of 11:04 CET.')).toBeTruthy()
  expect(screen.getByText('One row')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Two rows')).toBeTruthy()
  expect(screen.queryByText(/as of/)).toBeNull()
})

test('what could never be read says why, and is tried again by a press', async () => {
  open([new Error('Foyer can’t be reached.'), 'One row'])
  expect((await screen.findByRole('alert')).textContent).toContain('Foyer can’t be reached.')
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('One row')).toBeTruthy()
})
