import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { formatTime } from '#lib/time/format.ts'
import { applyClock } from '#lib/time/reader.ts'
import { answering, InPortal, meOf, quietClient } from './fixture.tsx'
import { useIsMeKnown } from './use-me.ts'

afterEach(() => {
  act(() => applyClock('browser'))
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

test('in a new browser the first time that a list shows already follows the clock the person chose', async () => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-US')
  const me = meOf({ preferences: { ...meOf().preferences, clock: '24' } })
  vi.stubGlobal('fetch', answering({ 'GET /api/me': me }).fetch)
  const shown: string[] = []
  function List() {
    if (!useIsMeKnown()) return null
    const time = formatTime('2026-11-24T14:30:00Z', 'UTC')
    shown.push(time)
    return <time>{time}</time>
  }
  render(
    <InPortal client={quietClient()}>
      <List />
    </InPortal>,
  )
  await screen.findByRole('time')
  expect(new Set(shown)).toEqual(new Set(['14:30']))
})
