import { useSyncExternalStore } from 'react'
import type { Preferences } from '#lib/people/schema.ts'

export type Theme = Preferences['theme']

/** Also read by public/theme.js, before the first paint. */
const key = 'foyer-theme'
const listeners = new Set<() => void>()

export function useTheme(): Theme {
  return useSyncExternalStore(listen, currentTheme, systemTheme)
}

/** Shows a theme at once and remembers it in this browser. */
export function applyTheme(theme: Theme): void {
  if (theme === currentTheme()) return
  try {
    if (theme === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, theme)
  } catch {
    // Storage may be forbidden: then the theme only lasts for this page.
  }
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  for (const tell of listeners) tell()
}

export function currentTheme(): Theme {
  const theme = document.documentElement.dataset.theme
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

function systemTheme(): Theme {
  return 'system'
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}
