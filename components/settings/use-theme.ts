import { useSyncExternalStore } from 'react'
import { currentTheme, listenToTheme, type Theme } from '#components/shell/theme.ts'

/** The theme that is shown, whoever chose it. */
export function useTheme(): Theme {
  return useSyncExternalStore(listenToTheme, currentTheme, () => 'system')
}
