import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { clearToasts, InPortal } from '#components/shell/fixture.tsx'
import { copyText } from './copy-text.ts'

afterEach(() => {
  clearToasts()
  cleanup()
  vi.unstubAllGlobals()
})

test('that a text was copied is said once', async () => {
  const copied: string[] = []
  vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => copied.push(text) } })
  render(<InPortal>{null}</InPortal>)
  await copyText('https://foyer.example/m1', 'Link copied')
  expect(copied).toEqual(['https://foyer.example/m1'])
  expect(await screen.findAllByText('Link copied')).toHaveLength(1)
})

test('where the browser forbids it, the text is shown to be copied by hand', async () => {
  vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('no')) } })
  render(<InPortal>{null}</InPortal>)
  await copyText('https://foyer.example/m1', 'Link copied')
  expect(await screen.findByText(/Copy it from here: https:\/\/foyer.example\/m1/)).toBeTruthy()
})
