import { type ChangeEvent, useEffect, useEffectEvent, useState } from 'react'
import { patiently } from '#components/ui/loaded-once.ts'
import { type Reading, reading } from './reading.ts'

type Typed = {
  value: string
  /** The value as the field shows it when nobody types. */
  shown: string
  read: (by: Reading, text: string) => string | null
  onChange: (value: string) => void
  onUnread: ((text: string | null) => void) | undefined
}

/** A text that means a value: left as typed while somebody types, then as the value is written. */
export function useTyped({ value, shown, read, onChange, onUnread }: Typed) {
  const [typed, setText] = useState<string | null>(null)
  /** Typed before what reads it was here: it has no value yet. */
  const [isWaiting, setWaiting] = useState(false)
  /** Over once the value is another: somebody chose it, or it moved with another field. */
  const text = typed !== null && (isWaiting || (meantBy(typed) ?? '') === value) ? typed : null

  function meantBy(said: string): string | null {
    const by = reading.now()
    return by && read(by, said.trim())
  }

  function tell(said: string): void {
    const meant = meantBy(said)
    onChange(meant ?? '')
    onUnread?.(meant === null && said.trim() !== '' ? said.trim() : null)
  }

  function settle(): void {
    setText(null)
    setWaiting(false)
    onUnread?.(null)
  }

  const tellLate = useEffectEvent(() => {
    setWaiting(false)
    if (typed !== null) tell(typed)
  })
  useEffect(() => {
    if (!isWaiting) return
    let isGone = false
    patiently(reading.load, () => isGone).then(
      () => !isGone && tellLate(),
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [isWaiting])

  return {
    settle,
    input: {
      value: text ?? shown,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        setText(event.target.value)
        if (reading.now()) return tell(event.target.value)
        // Nothing is sent with the value it had before.
        setWaiting(true)
        onChange('')
      },
      onFocus: reading.expect,
      onBlur: () => {
        if (text !== null && !isWaiting && (text.trim() === '' || meantBy(text) !== null)) settle()
      },
    },
  }
}
