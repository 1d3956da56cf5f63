import pg from 'pg'
import { vi } from 'vitest'
import { pool } from '#lib/db/client.ts'

/** A query as the database ran it: how many rows it looked at, and which tables it read from end to end. */
export type Asked = { sql: string; rows: number; wholeTables: string[] }

/** Runs `work`, then runs each of its reads again under EXPLAIN ANALYZE. */
export async function explainAsked(work: () => Promise<unknown>): Promise<Asked[]> {
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  const calls = spy.mock.calls as unknown as [string | { text: string; values?: unknown[] }, unknown[]?][]
  let reads: { text: string; values: unknown[] }[]
  try {
    await work()
    reads = calls
      .map(([asked, values]) =>
        typeof asked === 'string'
          ? { text: asked, values: values ?? [] }
          : { text: asked.text, values: asked.values ?? values ?? [] },
      )
      .filter(({ text }) => /^\s*(SELECT|WITH)\b/i.test(text))
  } finally {
    spy.mockRestore()
  }
  const asked: Asked[] = []
  for (const { text, values } of reads) {
    const { rows } = await pool().query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`,
      values,
    )
    const nodes = rows.flatMap((row) => nodesOf(row['QUERY PLAN'][0].Plan))
    asked.push({
      sql: text,
      rows: nodes.filter((node) => node['Node Type'].includes('Scan')).reduce((sum, node) => sum + rowsOf(node), 0),
      wholeTables: nodes
        .filter((node) => node['Node Type'] === 'Seq Scan' && rowsOf(node) > 100)
        .map((node) => node['Relation Name'] ?? ''),
    })
  }
  return asked
}

type PlanNode = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: PlanNode[]
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

function rowsOf(node: PlanNode): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
  return (node['Actual Rows'] + removed) * node['Actual Loops']
}
