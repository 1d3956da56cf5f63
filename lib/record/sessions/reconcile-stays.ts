/**
 * One stay as GoTo recorded it. Instants are ISO strings in UTC, null where GoTo doesn't say; `typedEmail` is empty
 * when none was typed.
 */
export type FoundStay = { typedName: string; typedEmail: string; joinedAt: string | null; leftAt: string | null }
type NumberedStay = FoundStay & { nth: number }
export type KnownStay = NumberedStay & { id: string }
export type StayPlan = {
  add: NumberedStay[]
  change: { id: string; joinedAt: string | null; leftAt: string | null; nth: number }[]
}

/**
 * What one session's rows change: pure, and nothing when nothing differs. Rows alike in name, address and join are
 * distinguished by `nth`, in the order of their ends. A time GoTo reports later completes the stay that lacks it. A row
 * or time that GoTo no longer reports stays: GoTo forgets, we don't.
 */
export function reconcileStays(known: readonly KnownStay[], found: readonly FoundStay[]): StayPlan {
  const open = new Map(known.map((stay) => [keyOf(stay, stay.nth), stay]))
  const plan: StayPlan = { add: [], change: [] }
  const unknown: NumberedStay[] = []
  for (const stay of numbered(found)) {
    const same = open.get(keyOf(stay, stay.nth))
    if (!same) unknown.push(stay)
    else {
      open.delete(keyOf(stay, stay.nth))
      if (stay.leftAt !== null && same.leftAt !== stay.leftAt) plan.change.push(changeOf(same, stay))
    }
  }
  const lacking = Map.groupBy(
    [...open.values()].filter(({ joinedAt }) => joinedAt === null),
    whoOf,
  )
  for (const stay of unknown) {
    const same = lacking.get(whoOf(stay))?.shift()
    if (same) plan.change.push(changeOf(same, stay))
    else plan.add.push(stay)
  }
  return plan
}

function changeOf({ id, leftAt }: KnownStay, to: NumberedStay): StayPlan['change'][number] {
  return { id, joinedAt: to.joinedAt, leftAt: to.leftAt ?? leftAt, nth: to.nth }
}

function numbered(found: readonly FoundStay[]): NumberedStay[] {
  const seen = new Map<string, number>()
  return [...found].sort(byEnd).map((stay) => {
    const nth = seen.get(keyOf(stay, 0)) ?? 0
    seen.set(keyOf(stay, 0), nth + 1)
    return { ...stay, nth }
  })
}

/** Unknown comes last. */
function byEnd(a: FoundStay, b: FoundStay): number {
  if (a.leftAt === null || b.leftAt === null) return Number(a.leftAt === null) - Number(b.leftAt === null)
  return Date.parse(a.leftAt) - Date.parse(b.leftAt)
}

function whoOf({ typedName, typedEmail }: FoundStay): string {
  return JSON.stringify([typedName, typedEmail])
}

function keyOf({ typedName, typedEmail, joinedAt }: FoundStay, nth: number): string {
  return JSON.stringify([typedName, typedEmail, joinedAt, nth])
}
