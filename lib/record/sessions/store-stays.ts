import type { Tx } from '#lib/db/client.ts'
import { emit } from '#lib/events/emit.ts'
import { changeList, unlisted } from '#lib/record/change-list.ts'
import { identifyStay } from '#lib/record/who/identify-stay.ts'
import { listEvidence } from '#lib/record/who/list-evidence.ts'
import { countPeople } from './count-people.ts'
import { postponeUnnamed, type RunToStore } from './postpone-unnamed.ts'
import { type KnownStay, reconcileStays } from './reconcile-stays.ts'

/**
 * Stores who came to these runs, identifying each new stay. Where GoTo counts people but names none, they are requested
 * again with longer pauses. Returns the runs whose attendees were not stored before.
 */
export async function storeStays(tx: Tx, runs: RunToStore[], readAt: Date): Promise<string[]> {
  const complete = await postponeUnnamed(tx, runs, readAt)
  if (complete.length === 0) return []
  const ids = complete.map(({ id }) => id)
  const stored = await tx.attendance.findMany({ where: { sessionId: { in: ids } } })
  const bySession = Map.groupBy(stored, ({ sessionId }) => sessionId)
  const plans = complete.map((run) => {
    const known = (bySession.get(run.id) ?? []).map(
      (row): KnownStay => ({
        ...row,
        joinedAt: row.joinedAt?.toISOString() ?? null,
        leftAt: row.leftAt?.toISOString() ?? null,
      }),
    )
    return { run, plan: reconcileStays(known, run.stays) }
  })
  const evidenceOf = await listEvidence(
    tx,
    plans.filter(({ plan }) => plan.add.length > 0).map(({ run }) => run.id),
    plans.flatMap(({ plan }) => plan.add.map(({ typedEmail }) => typedEmail)),
  )
  const data = plans.flatMap(({ run, plan }) =>
    plan.add.map((stay) => ({
      ...stay,
      sessionId: run.id,
      joinedAt: instantOf(stay.joinedAt),
      leftAt: instantOf(stay.leftAt),
      ...identifyStay(stay, evidenceOf(run.id)),
    })),
  )
  if (data.length > 0) await unlisted(tx).attendance.createMany({ data })
  for (const { id, joinedAt, leftAt, nth } of plans.flatMap(({ plan }) => plan.change))
    await unlisted(tx).attendance.update({
      where: { id },
      data: { joinedAt: instantOf(joinedAt), leftAt: instantOf(leftAt), nth },
      select: { id: true },
    })
  const changed = plans.filter(({ plan }) => plan.add.length + plan.change.length > 0).map(({ run }) => run.id)
  await countPeople(tx, changed)
  for (const [unreadRows, runs] of Map.groupBy(complete, (run) => run.unreadRows))
    await unlisted(tx).session.updateMany({
      where: { id: { in: runs.map(({ id }) => id) }, unreadRows: { not: unreadRows } },
      data: { unreadRows },
    })
  return markCaptured(tx, ids, readAt)
}

/** Only the first read writes this: reading the same again writes nothing. */
async function markCaptured(tx: Tx, ids: string[], readAt: Date): Promise<string[]> {
  const captured = await unlisted(tx).session.updateManyAndReturn({
    where: { id: { in: ids }, attendeesReadAt: null },
    data: { attendeesReadAt: readAt },
    select: { id: true },
  })
  for (const { id } of captured) await emit(tx, { kind: 'session.captured', key: id, payload: { sessionId: id } })
  // The planned meeting's state becomes "captured".
  if (captured.length > 0) changeList(tx)
  return captured.map(({ id }) => id)
}

function instantOf(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}
