import { cleanup, render, screen } from '@testing-library/react'
import { PathnameContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime'
import { afterEach, expect, test, vi } from 'vitest'
import { answering, InPortal, meOf, quietClient } from '#components/shell/fixture.tsx'
import { meKey } from '#lib/people/queries.ts'
import { AdminFrame } from './admin-frame.tsx'
import { adminPages } from './pages.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function open(path: string, abilities: string[]): void {
  vi.stubGlobal('fetch', answering({}).fetch)
  const client = quietClient()
  client.setQueryData(meKey, meOf({ abilities }))
  render(
    <PathnameContext value={path}>
      <InPortal client={client}>
        <AdminFrame>The page</AdminFrame>
      </InPortal>
    </PathnameContext>,
  )
}

test('an administrator finds every page beside the one they are on', () => {
  open('/admin/people', ['settings.read', 'sync.read', 'managers.edit', 'people.manage', 'token.manage'])
  const links = screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('aria-current')])
  expect(links).toEqual([
    ['Company', null],
    ['Reading', null],
    ['Groups', null],
    ['People', 'page'],
    ['API tokens', null],
  ])
  expect(screen.getByText('The page')).toBeTruthy()
})

test('nobody else sees a page or that there are others', () => {
  for (const { href } of adminPages) {
    open(href, ['meeting.create', 'history.list'])
    expect(screen.getByText('Only administrators can open this page')).toBeTruthy()
    expect(screen.queryByText('The page')).toBeNull()
    expect(screen.queryByRole('navigation')).toBeNull()
    cleanup()
  }
})

test('a page for which somebody lacks the ability is not theirs, though others are', () => {
  open('/admin/tokens', ['sync.read'])
  expect(screen.queryByText('The page')).toBeNull()
  open('/admin/reading', ['sync.read'])
  expect(screen.getByText('The page')).toBeTruthy()
})
