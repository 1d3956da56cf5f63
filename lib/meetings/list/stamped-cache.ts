export type StampedCache<T> = (key: string, stamp: string, make: () => Promise<T>) => Promise<T>

/** How much is kept in total, by the caller's own measure. */
export type Weight<T> = { of: (value: T) => number; most: number }

/**
 * Keeps the newest value per key while its stamp holds; callers who come while it is being made wait for it, a failure
 * is forgotten. Past `max` keys or the weight, the least recently used one goes.
 */
export function stampedCache<T>(max: number, weight: Weight<T> | null = null): StampedCache<T> {
  const entries = new Map<string, Entry<T>>()
  let total = 0

  function forget(key: string, entry: Entry<T>): void {
    if (entries.get(key) !== entry) return
    entries.delete(key)
    total -= entry.weight
  }

  function shrink(): void {
    for (const [key, entry] of entries) {
      if (entries.size <= max && (weight === null || total <= weight.most)) break
      forget(key, entry)
    }
  }

  function begin(key: string, stamp: string, value: Promise<T>): Entry<T> {
    const entry = { stamp, value, weight: 0 }
    value.then(
      (made) => {
        if (weight === null || entries.get(key) !== entry) return
        entry.weight = weight.of(made)
        total += entry.weight
        shrink()
      },
      () => forget(key, entry),
    )
    return entry
  }

  return (key, stamp, make) => {
    const kept = entries.get(key)
    const entry = kept?.stamp === stamp ? kept : begin(key, stamp, make())
    if (kept) forget(key, kept)
    entries.set(key, entry)
    if (entry === kept) total += entry.weight
    shrink()
    return entry.value
  }
}

type Entry<T> = { stamp: string; value: Promise<T>; weight: number }
