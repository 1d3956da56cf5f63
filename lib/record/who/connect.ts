/** Groups items that share a key, directly or through others. An item without a key stands alone. */
export function connect<T>(items: readonly T[], keysOf: (item: T) => string[]): T[][] {
  const parents = new Map<string, string>()
  const keyed = items.map((item) => ({ item, keys: keysOf(item) }))
  for (const { keys } of keyed)
    for (const key of keys) parents.set(rootOf(parents, key), rootOf(parents, keys[0] ?? key))
  const alone = keyed.filter(({ keys }) => keys.length === 0).map(({ item }) => [item])
  const together = Map.groupBy(
    keyed.filter(({ keys }) => keys.length > 0),
    ({ keys }) => rootOf(parents, keys[0] ?? ''),
  )
  return [...alone, ...[...together.values()].map((group) => group.map(({ item }) => item))]
}

function rootOf(parents: Map<string, string>, key: string): string {
  let root = key
  for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) root = next
  // Shortens the path for next time.
  if (root !== key) parents.set(key, root)
  return root
}
