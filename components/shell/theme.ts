import type { Preferences } from '#lib/people/schema.ts'
import { writeKept } from './browser-store.ts'

export type Theme = Preferences['theme']

/** Also read by public/theme.js, before the first paint. */
const key = 'foyer-theme'
const listeners = new Set<() => void>()

/** Shows a theme at once and remembers it in this browser. */
export function applyTheme(theme: Theme): void {
  if (theme === currentTheme()) return
  writeKept(key, theme === 'system' ? null : theme)
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  for (const tell of listeners) tell()
}

export function currentTheme(): Theme {
  const theme = document.documentElement.dataset.theme
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

export function listenToTheme(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
