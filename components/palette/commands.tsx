'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { holdLinksOffline, staysOffline } from '#components/shell/offline.ts'
import { onMac, shortcuts } from '#components/shell/shortcuts.ts'
import { applyTheme } from '#components/shell/theme.ts'
import { beginTypeAhead, endTypeAhead } from '#components/shell/type-ahead.ts'
import { useMe } from '#components/shell/use-me.ts'
import { Icon } from '#components/ui/icon.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { applyClock } from '#lib/time/reader.ts'
import { keysFor, onKeys } from './keys.ts'

const Palette = lazily(() => import('./palette.tsx').then((module) => module.Palette))
const Help = lazily(() => import('./help.tsx').then((module) => module.Help))

type Open = 'palette' | 'help' | null

/** The palette, the help and every key. Nothing is loaded until it is needed. */
export function Commands() {
  const [open, setOpen] = useState<Open>(null)
  const router = useRouter()
  const isMac = useSyncExternalStore(noChange, readIsMac, () => false)
  const me = useMe()
  const preferences = me?.preferences
  const abilities = me?.abilities
  const singleKeys = preferences?.singleKeys ?? true

  useEffect(() => {
    if (!preferences) return
    applyTheme(preferences.theme)
    applyClock(preferences.clock)
  }, [preferences])

  const openPalette = useCallback(() => {
    beginTypeAhead()
    setOpen('palette')
  }, [])

  const closePalette = useCallback(() => {
    endTypeAhead()
    setOpen(null)
  }, [])

  useEffect(
    () =>
      onKeys(singleKeys ? keysFor(abilities) : null, {
        palette: openPalette,
        help: () => setOpen('help'),
        go: (href) => {
          if (!staysOffline()) router.push(href)
        },
      }),
    [singleKeys, abilities, router, openPalette],
  )

  useEffect(holdLinksOffline, [])

  return (
    <>
      <button
        type="button"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={openPalette}
        className="flex h-9 items-center gap-2 rounded-lg px-2 text-14 text-soft hover:bg-hover hover:text-ink"
      >
        <Icon name="search" size={16} />
        <span className="sr-only">Search and commands</span>
        <span
          aria-hidden="true"
          className="hidden rounded border border-line bg-raised px-1.5 font-sans text-12 text-faint md:inline"
        >
          {isMac ? onMac(shortcuts.palette) : shortcuts.palette}
        </span>
      </button>

      {open === 'palette' ? <Palette onClose={closePalette} onHelp={() => setOpen('help')} /> : null}
      {open === 'help' ? <Help singleKeys={singleKeys} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

function readIsMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent)
}

function noChange(): () => void {
  return () => undefined
}
