'use client'

import { type ClipboardEvent, type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { openTab } from '#components/meetings/act/open-tab.ts'
import { Button } from '#components/ui/button.tsx'
import { Input } from '#components/ui/input.tsx'
import { loadedOnce } from '#components/ui/loaded-once.ts'
import { sayMissing } from '#components/ui/say-missing.ts'
import { useEarlyText } from '#components/ui/use-early-text.ts'
import { formatMeetingId } from '#lib/meeting-id.ts'

const reading = loadedOnce(() => import('#lib/typed-meeting-id.ts'))

/** Takes an ID as people have it: 123-456-789, 123456789, a pasted link or a whole invitation. */
export function JoinById() {
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<string | null>(null)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  useEarlyText(input, typed, setTyped)
  const isWaiting = useRef(false)
  // Typed before the page came to life, or put there by the browser.
  useEffect(() => {
    if (typed) reading.expect()
  }, [typed])

  async function join(event: FormEvent): Promise<void> {
    event.preventDefault()
    const reader = reading.now()
    if (reader) return go(reader.parseIdField(typed), null)
    if (isWaiting.current) return
    isWaiting.current = true
    const tab = openTab('Joining …')
    const loaded = await reading.load().catch(sayMissing)
    isWaiting.current = false
    if (loaded) go(loaded.parseIdField(typed), tab)
    else tab?.close()
  }

  function go(digits: string | null, tab: Window | null): void {
    if (!digits) {
      tab?.close()
      setError(
        typed.trim() ? 'That’s not a meeting ID. IDs have nine digits, like 123-456-789.' : 'Enter a meeting ID.',
      )
      document.getElementById(id)?.focus()
      return
    }
    setError(null)
    setTyped('')
    const address = `/meetings/${digits}/join`
    if (tab) tab.location.replace(address)
    // Opened in the submit handler itself: browsers block a window that opens later.
    else window.open(address, '_blank', 'noopener')
  }

  /** Shows which ID was read, and reads it before a field of one line runs its lines into one. */
  async function paste(event: ClipboardEvent<HTMLInputElement>): Promise<void> {
    const text = event.clipboardData.getData('text')
    const reader = reading.now()
    if (reader && !reader.parseIdField(text)) return
    event.preventDefault()
    const digits = (reader ?? (await reading.load().catch(sayMissing)))?.parseIdField(text)
    setTyped(digits ? formatMeetingId(digits) : text)
    setError(null)
  }

  return (
    <form onSubmit={join} noValidate className="relative flex items-center gap-2">
      <label htmlFor={id} className="whitespace-nowrap text-14 text-soft">
        Join by ID
      </label>
      <Input
        ref={input}
        id={id}
        value={typed}
        inputMode="numeric"
        autoComplete="off"
        placeholder="123-456-789"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        onPointerEnter={reading.expect}
        onFocus={reading.expect}
        onPaste={paste}
        onChange={(event) => {
          setTyped(event.target.value)
          setError(null)
        }}
        className="figures w-32 min-w-0 flex-1 lg:flex-none"
      />
      <Button type="submit">Join</Button>
      {error ? (
        <p
          id={`${id}-error`}
          role="alert"
          className="absolute top-11 right-0 z-20 w-max max-w-full rounded-lg border border-trouble bg-raised px-3 py-2 text-14 text-trouble shadow-high"
        >
          {error}
        </p>
      ) : null}
    </form>
  )
}
