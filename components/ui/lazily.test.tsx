import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { lazily } from './lazily.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

function Greeting({ name }: { name: string }) {
  return <p>Hello, {name}</p>
}

test('a part is loaded once, when it is first shown, with something in its place until then', async () => {
  const load = vi.fn(async () => Greeting)
  const Part = lazily(load, <p>Waiting</p>)
  expect(load).not.toHaveBeenCalled()
  render(<Part name="Ann" />)
  expect(screen.getByText('Waiting')).toBeTruthy()
  expect(await screen.findByText('Hello, Ann')).toBeTruthy()
  render(<Part name="Cy" />)
  expect(screen.getByText('Hello, Cy')).toBeTruthy()
  expect(load).toHaveBeenCalledTimes(1)
})

test('a part that was expected is there with the press that shows it', async () => {
  const Part = lazily(async () => Greeting)
  Part.expect()
  await Promise.resolve()
  await Promise.resolve()
  render(<Part name="Ann" />)
  expect(screen.getByText('Hello, Ann')).toBeTruthy()
})

test('without a network it waits for one', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const load = vi.fn(async () => {
    if (!navigator.onLine) throw new Error('no network')
    return Greeting
  })
  const Part = lazily(load, <p>Waiting</p>)
  render(<Part name="Ann" />)
  await waitFor(() => expect(load).toHaveBeenCalled())
  expect(screen.getByText('Waiting')).toBeTruthy()
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true)
  fireEvent(window, new Event('online'))
  expect(await screen.findByText('Hello, Ann')).toBeTruthy()
})
