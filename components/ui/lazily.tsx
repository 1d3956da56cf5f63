import { type ComponentType, type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { loadedOnce, patiently } from './loaded-once.ts'
import { onGivenUp } from './on-given-up.ts'
import { reload, sayMissing } from './say-missing.ts'

type Lazily<Props> = ComponentType<Props> & { expect: () => void }
type Leavable = { onClose?: () => void; onLeave?: () => void }

/**
 * A part of a page that is loaded when it is first shown, with `waiting` in its place. Offline it waits for the network:
 * nobody loses a form because a part of it is not here. What a press opened, and can be closed, doesn't wait: it would
 * open over what somebody does by then. If it can't be loaded the rest of the page stays as it is.
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
): Lazily<Props> {
  const part = loadedOnce(load)

  function Lazy(props: Props) {
    const [Part, setPart] = useState(() => part.now())
    const [isMissing, setMissing] = useState(false)
    const { onClose, onLeave } = props as Leavable
    const leave = onClose ?? onLeave
    const isOpened = leave !== undefined
    const giveUp = useEffectEvent(() => leave?.())
    useEffect(() => {
      if (Part) return
      let isGone = false
      const stopListening = isOpened ? onGivenUp(() => giveUp()) : undefined
      patiently(part.load, () => isGone || (isOpened && !navigator.onLine)).then(
        (loaded) => !isGone && setPart(() => loaded),
        () => {
          if (isGone) return
          sayMissing()
          setMissing(true)
          giveUp()
        },
      )
      return () => {
        isGone = true
        stopListening?.()
      }
    }, [Part, isOpened])
    if (Part) return <Part {...props} />
    return isMissing && !isOpened ? (
      <button type="button" onClick={reload} className="underline">
        Reload page
      </button>
    ) : (
      waiting
    )
  }

  return Object.assign(Lazy, { expect: part.expect })
}
