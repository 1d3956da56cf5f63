import { type RefObject, useEffect, useEffectEvent } from 'react'

/** Hands over what somebody typed into a prerendered field before the page came to life: React has not heard of it. */
export function useEarlyText(
  field: RefObject<HTMLInputElement | null>,
  known: string,
  adopt: (text: string) => void,
): void {
  const handOver = useEffectEvent(() => {
    const early = field.current?.value ?? ''
    if (early !== known) adopt(early)
  })
  useEffect(() => handOver(), [])
}
