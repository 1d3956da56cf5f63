/** One stay as GoTo wrote it down. Instants are ISO strings in UTC; `typedEmail` is empty when none was typed. */
export type FoundStay = { typedName: string; typedEmail: string; joinedAt: string; leftAt: string }
export type KnownStay = FoundStay & { id: string; nth: number }
export type StayPlan = { add: (FoundStay & { nth: number })[]; change: { id: string; leftAt: string }[] }

/**
 * What the rows of one session change: pure, and nothing when nothing differs. Rows that are alike in name, address and
 * join are told apart by `nth`, in the order of their ends. A row that is no longer told stays: GoTo forgets, we do not.
 */
export function reconcileStays(known: readonly KnownStay[], found: readonly FoundStay[]): StayPlan {
  const knownByKey = new Map(known.map((stay) => [keyOf(stay, stay.nth), stay]))
  const seen = new Map<string, number>()
  const plan: StayPlan = { add: [], change: [] }
  for (const stay of [...found].sort((a, b) => Date.parse(a.leftAt) - Date.parse(b.leftAt))) {
    const nth = seen.get(keyOf(stay, 0)) ?? 0
    seen.set(keyOf(stay, 0), nth + 1)
    const same = knownByKey.get(keyOf(stay, nth))
    if (!same) plan.add.push({ ...stay, nth })
    else if (same.leftAt !== stay.leftAt) plan.change.push({ id: same.id, leftAt: stay.leftAt })
  }
  return plan
}

function keyOf({ typedName, typedEmail, joinedAt }: FoundStay, nth: number): string {
  return JSON.stringify([typedName, typedEmail, joinedAt, nth])
}
