/** How long Cancel can be undone before it is sent to GoTo (product.md 2); the toast that offers Undo stays as long. */
export const undoSeconds = 10

/** Who is invited through groups, each once, and required where one of their groups is. */
export function throughGroups<P extends { personId: string }>(
  groups: readonly { required: boolean; except: readonly string[]; people: readonly P[] }[],
): (P & { required: boolean })[] {
  const found = new Map<string, P & { required: boolean }>()
  for (const { required, except, people } of groups.toSorted((a, b) => Number(b.required) - Number(a.required))) {
    const leftOut = new Set(except)
    for (const person of people)
      if (!leftOut.has(person.personId) && !found.has(person.personId))
        found.set(person.personId, { ...person, required })
  }
  return [...found.values()]
}
