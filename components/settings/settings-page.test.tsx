import { cleanup, render } from '@testing-library/react'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { afterEach, expect, test, vi } from 'vitest'
import { answering, InPortal } from '#components/shell/fixture.tsx'
import { movedSections, ownSections } from './sections.ts'
import { SettingsPage } from './settings-page.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  window.history.replaceState(null, '', '/')
})

function open(hash: string): string[] {
  const led: string[] = []
  vi.stubGlobal('fetch', answering({}).fetch)
  window.history.replaceState(null, '', `/settings${hash}`)
  render(
    <InPortal>
      <AppRouterContext value={{ replace: (href: string) => led.push(href) } as never}>
        <SettingsPage />
      </AppRouterContext>
    </InPortal>,
  )
  return led
}

test('an old address of a company’s section leads to where it is now', () => {
  for (const [id, href] of Object.entries(movedSections)) {
    expect(open(`#${id}`), id).toEqual([href])
    cleanup()
  }
})

test('so does one that is followed on the page itself', () => {
  const led = open('')
  window.history.replaceState(null, '', '/settings#people')
  window.dispatchEvent(new HashChangeEvent('hashchange'))
  expect(led).toEqual(['/admin/people'])
})

test('one’s own sections stay', () => {
  for (const [id] of ownSections) {
    expect(open(`#${id}`), id).toEqual([])
    cleanup()
  }
})
