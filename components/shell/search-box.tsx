'use client'

import { useEffect, useRef, useState } from 'react'
import { Icon } from '#components/ui/icon.tsx'
import { Input } from '#components/ui/input.tsx'
import { useEarlyText } from '#components/ui/use-early-text.ts'
import { changeAddress } from './address.ts'

/** Edits `q` in the address bar. Waits for a pause in typing; follows the address bar when it changes elsewhere. */
export function SearchBox({ label, q }: { label: string; q: string }) {
  const [typed, setTyped] = useState(q)
  const [shownQ, setShownQ] = useState(q)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  if (q !== shownQ) {
    setShownQ(q)
    setTyped(q)
  }
  const input = useRef<HTMLInputElement>(null)
  useEarlyText(input, typed, type)
  useEffect(() => () => clearTimeout(timer.current), [])

  function type(text: string): void {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      setShownQ(text.trim())
      changeAddress({ q: text.trim() || null }, 'replace')
    }, 200)
  }

  return (
    <div className="relative max-sm:flex-1">
      <Icon name="search" size={16} className="pointer-events-none absolute top-2.5 left-3 text-faint" />
      <Input
        ref={input}
        type="search"
        aria-label={label}
        aria-keyshortcuts="/"
        placeholder={label}
        maxLength={200}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.preventDefault()
          if (typed) type('')
          else event.currentTarget.blur()
        }}
        className="w-full pl-9 sm:w-68"
      />
    </div>
  )
}
