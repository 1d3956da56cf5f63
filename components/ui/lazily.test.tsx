import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { lazily } from './lazily.tsx'
import { closeToast } from './toast-store.ts'
import { Toaster } from './toaster.tsx'

afterEach(() => {
  closeToast()
  cleanup()
  vi.useRealTimers()
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

/** A server that no longer has the part: an update replaced it. */
const gone = async (): Promise<typeof Greeting> => {
  throw new Error('404')
}
const longEnough = () => act(() => vi.advanceTimersByTimeAsync(10_000))
const notices = () => screen.getByRole('region', { name: 'Notices' }).textContent

test('a part that can’t be loaded leaves the rest of the page alone, and a reload is offered', async () => {
  vi.useFakeTimers()
  const Part = lazily(gone, <p>Waiting</p>)
  render(
    <>
      <Toaster />
      <input aria-label="Subject" defaultValue="Typed" />
      <Part name="Ann" />
    </>,
  )
  await longEnough()
  expect(screen.getByLabelText<HTMLInputElement>('Subject').value).toBe('Typed')
  expect(notices()).toMatch(/couldn’t be loaded. Foyer may have been updated: reload the page/)
  expect(screen.getByRole('button', { name: 'Reload page' })).toBeTruthy()
  expect(screen.queryByText('Waiting')).toBeNull()
})

/** A button that opens a greeting, between two other things. */
function open(load: () => Promise<typeof Greeting>) {
  const Part = lazily<{ name: string; onClose: () => void }>(load)
  function Opener() {
    const [isOpen, setOpen] = useState(false)
    return (
      <>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          Greet
        </button>
        {isOpen ? <Part name="Ann" onClose={() => setOpen(false)} /> : null}
      </>
    )
  }
  render(
    <>
      <Toaster />
      <input aria-label="Subject" />
      <Opener />
    </>,
  )
  const button = screen.getByRole('button', { name: 'Greet' })
  fireEvent.click(button)
  return { button, isOpen: () => button.getAttribute('aria-expanded') === 'true' }
}

test('what a press opened and can’t be loaded is closed again, and a reload is offered', async () => {
  vi.useFakeTimers()
  const { isOpen } = open(gone)
  await longEnough()
  expect(isOpen()).toBe(false)
  expect(notices()).toMatch(/reload the page/)
})

test('a server that starts again within seconds is waited for', async () => {
  vi.useFakeTimers()
  let isUp = false
  setTimeout(() => {
    isUp = true
  }, 3_500)
  open(async () => (isUp ? Greeting : gone()))
  await longEnough()
  expect(screen.getByText('Hello, Ann')).toBeTruthy()
})

test.each([
  ['Escape', () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })],
  ['Tab', () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Tab' })],
  ['a press elsewhere', () => fireEvent.pointerDown(screen.getByLabelText('Subject'))],
  ['typing on', () => fireEvent.input(screen.getByLabelText('Subject'), { target: { value: 'S' } })],
])('%s gives up what was opened and is not here yet: it doesn’t open later', async (_what, leave) => {
  const loading = Promise.withResolvers<typeof Greeting>()
  const { isOpen } = open(() => loading.promise)
  leave()
  expect(isOpen()).toBe(false)
  await act(async () => loading.resolve(Greeting))
  expect(screen.queryByText('Hello, Ann')).toBeNull()
})

test('a second press on what opened it closes it once, and once it is here it closes as it does itself', async () => {
  const loading = Promise.withResolvers<typeof Greeting>()
  const { button, isOpen } = open(() => loading.promise)
  fireEvent.pointerDown(button)
  fireEvent.click(button)
  expect(isOpen()).toBe(false)
  fireEvent.click(button)
  await act(async () => loading.resolve(Greeting))
  fireEvent.keyDown(document.body, { key: 'Escape' })
  expect(screen.getByText('Hello, Ann')).toBeTruthy()
})

test('offline, what a press opens is said to be impossible at once, and doesn’t open by itself later', async () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  const load = vi.fn(gone)
  const { isOpen } = open(load)
  await waitFor(() => expect(notices()).toMatch(/You’re offline, so that can’t be opened yet/))
  expect(isOpen()).toBe(false)
  online.mockReturnValue(true)
  act(() => void fireEvent(window, new Event('online')))
  await act(async () => undefined)
  expect(load).toHaveBeenCalledTimes(1)
  expect(notices()).toBe('')
})
