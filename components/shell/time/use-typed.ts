import { type ChangeEvent, useState } from 'react'

type Typed = {
  value: string
  /** The value as the field shows it when nobody types. */
  shown: string
  read: (text: string) => string | null
  onChange: (value: string) => void
  onUnread: ((text: string | null) => void) | undefined
}

/** A text that means a value: left as typed while somebody types, then as the value is written. */
export function useTyped({ value, shown, read, onChange, onUnread }: Typed) {
  const [typed, setText] = useState<string | null>(null)
  /** Over once the value is another: somebody chose it, or it moved with another field. */
  const text = typed !== null && (read(typed.trim()) ?? '') === value ? typed : null

  function settle(): void {
    setText(null)
    onUnread?.(null)
  }

  return {
    settle,
    input: {
      value: text ?? shown,
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        const said = event.target.value.trim()
        const meant = read(said)
        setText(event.target.value)
        onChange(meant ?? '')
        onUnread?.(meant === null && said !== '' ? said : null)
      },
      onBlur: () => {
        if (text !== null && (text.trim() === '' || read(text.trim()) !== null)) settle()
      },
    },
  }
}
