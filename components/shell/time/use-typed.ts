import { type ChangeEvent, useEffect, useEffectEvent, useState } from 'react'
import { patiently } from '#components/ui/loaded-once.ts'
import { awaitReading, type Reading, reading } from './reading.ts'
import type { TypedFieldProps } from './typed-field.ts'

type Typed = Pick<TypedFieldProps, 'value' | 'onChange' | 'onUnread'> & {
  /** The value as the field shows it when nobody types. */
  shown: string
  read: (by: Reading, text: string) => string | null
}

/** `waiting`: typed before what reads it was here; `unloaded`: that could not be loaded. Neither has a value yet. */
type Phase = 'read' | 'waiting' | 'unloaded'

/** A text that means a value: left as typed while somebody types, then as the value is written. */
export function useTyped({ value, shown, read, onChange, onUnread }: Typed) {
  const [typed, setText] = useState<string | null>(null)
  const [phase, setPhase] = useState<Phase>('read')
  /** Over once the value is another: somebody chose it, or it moved with another field. */
  const isCurrent = typed !== null && (phase === 'read' ? (meantBy(typed) ?? '') : '') === value
  const text = isCurrent ? typed : null
  const isWaiting = isCurrent && phase === 'waiting'

  function meantBy(said: string): string | null {
    const by = reading.now()
    return by && read(by, said.trim())
  }

  function tell(said: string): void {
    const meant = meantBy(said)
    onChange(meant ?? '')
    onUnread?.(meant === null && said.trim() !== '' ? said.trim() : null, 'meaningless')
  }

  function settle(): void {
    setText(null)
    setPhase('read')
    onUnread?.(null, 'meaningless')
  }

  const tellLate = useEffectEvent((outcome: 'read' | 'unloaded') => {
    setPhase(outcome)
    if (typed === null) return
    if (outcome === 'read') tell(typed)
    else onUnread?.(typed.trim() || null, outcome)
  })
  useEffect(() => {
    if (!isWaiting) return
    let isGone = false
    const stopAwaiting = awaitReading()
    patiently(reading.load, () => isGone).then(
      () => !isGone && tellLate('read'),
      () => !isGone && tellLate('unloaded'),
    )
    return () => {
      isGone = true
      stopAwaiting()
    }
  }, [isWaiting])

  return {
    /** The value is chosen otherwise. */
    settle,
    /** Done typing: what means a value is written as that. What means none, or cannot be read yet, stays. */
    leave: () => {
      if (text !== null && phase === 'read' && (text.trim() === '' || meantBy(text) !== null)) settle()
    },
    input: {
      value: text ?? shown,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        setText(event.target.value)
        if (reading.now()) {
          setPhase('read')
          return tell(event.target.value)
        }
        // Nothing is sent with the value it had before.
        setPhase('waiting')
        onChange('')
      },
      onFocus: () => {
        reading.expect()
        if (isCurrent && phase === 'unloaded') setPhase('waiting')
      },
    },
  }
}
