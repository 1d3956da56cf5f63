import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { cancelWithUndo, undoCancelling } from '#components/meetings/act/cancel-with-undo.ts'
import { startAsHost } from '#components/meetings/act/start-as-host.ts'
import { meetingOf } from '#components/meetings/list/fixture.ts'
import { createFromSentence } from '#components/meetings/sentence/create-from-sentence.ts'
import {
  answering,
  clearToasts,
  connecting,
  InPortal,
  problem,
  quietClient,
  watchLeaving,
} from '#components/shell/fixture.tsx'
import { logOff } from '#components/shell/log-off.ts'
import { leaveToConnect } from './leave-to-connect.ts'

const meeting = meetingOf({ subject: 'Budget' })
const sentence = { subject: 'Sync', startsAt: '2026-11-25T09:00:00.000Z', endsAt: '2026-11-25T09:45:00.000Z' }
const open = () => undefined

afterEach(() => {
  clearToasts()
  cleanup()
  window.history.replaceState(null, '', '/')
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

test.each<[string, () => unknown]>([
  ['Connect GoTo', () => leaveToConnect()],
  ['Start', () => startAsHost(quietClient(), meeting, 'start')],
  ['Cancel meeting', () => cancelWithUndo(quietClient(), meeting)],
  ['Undo', () => undoCancelling(quietClient(), meeting)],
  ['a sentence', () => createFromSentence({ client: quietClient(), sentence, zone: 'Europe/Berlin', open })],
  ['Log off', () => logOff('here')],
])('pressed after the session has ended, %s leads to sign-in and complains of nothing', async (_name, press) => {
  const replaced: string[] = []
  const tab = { document: document.implementation.createHTMLDocument(''), close: () => undefined }
  vi.stubGlobal('open', () => tab)
  vi.stubGlobal('location', { ...window.location, replace: (address: string) => replaced.push(address) })
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(problem('unauthenticated', 'Sign in.'), { status: 401 })))
  render(<InPortal>{null}</InPortal>)
  press()
  await waitFor(() => expect(replaced[0]).toMatch(/^\/sign-in/))
  expect(screen.queryByText(/Couldn’t|wasn’t|stays/)).toBeNull()
})

test.each([
  ['/history?error=access_denied&q=x#list', '/history?q=x#list'],
  ['/meetings/new?draft=abc&error=state', '/meetings/new?draft=abc'],
  ['/?error=state', '/'],
  ['/history?kinds=a,b', '/history?kinds=a,b'],
])('from %s it comes back to %s, without what went wrong the last time', async (here, back) => {
  const returns = watchLeaving()
  vi.stubGlobal('fetch', answering(connecting).fetch)
  leaveToConnect(here)
  await waitFor(() => expect(returns).toEqual([back]))
})
