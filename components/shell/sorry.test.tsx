import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Sorry } from './sorry.tsx'

afterEach(cleanup)

function said(error: Error & { digest?: string }): string {
  render(<Sorry error={error} />)
  return screen.getByRole('alert').textContent ?? ''
}

test('a page that an update has replaced says so, and a reload is offered', () => {
  expect(said(Object.assign(new Error('Failed to load chunk'), { name: 'ChunkLoadError' }))).toBe(
    'Foyer may have been updated: reload the page. Nothing you saved is lost, and drafts are kept. If it keeps happening, tell an administrator.',
  )
  expect(screen.getByRole('button', { name: 'Reload page' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Go to Home' }).getAttribute('href')).toBe('/')
})

test('a page that failed otherwise blames no update, and names what an administrator can look for', () => {
  expect(said(Object.assign(new Error('x is undefined'), { digest: '1234' }))).toBe(
    'Something went wrong in Foyer: reload the page. Nothing you saved is lost, and drafts are kept. If it keeps happening, tell an administrator and mention 1234.',
  )
})
