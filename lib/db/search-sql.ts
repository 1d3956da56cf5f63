import type { Sought } from '#lib/search/seek.ts'
import { pool } from './client.ts'
import { beginsWord } from './folded-columns.ts'
import type { SearchPart } from './search-parts.ts'

/** A condition on a row `t` as SQL; `param` makes a placeholder of each value in it. */
export type Condition = (param: Param) => string
export type Param = (value: unknown) => string

/** All of them, with the values to send along. */
export function params(...first: unknown[]): { values: unknown[]; param: Param } {
  const values = [...first]
  return { values, param: (value) => `$${values.push(value)}` }
}

export function every(conditions: readonly Condition[]): Condition {
  return (param) => conditions.map((condition) => `(${condition(param)})`).join(' AND ') || 'true'
}

export function either(...conditions: readonly Condition[]): Condition {
  return (param) => conditions.map((condition) => condition(param)).join(' OR ')
}

/**
 * The few rows `t` of a table whose `column` is among `ids`, looked up one by one and only then compared: a planner free
 * to choose may read the whole table, or ask an index for everything that has a common word.
 */
export function onlyAmong(table: string, column: string, ids: string): string {
  return `(${ids}) i CROSS JOIN LATERAL (SELECT * FROM ${table} r WHERE r.${column} = i.id OFFSET 0) t`
}

/** One reading of it has to be there, with all of its words. */
export function saidIn(sought: Sought, having: (word: string) => Condition): Condition {
  return (param) => sought.map((words) => every(words.map(having))(param)).join(' OR ')
}

/** A word at the beginning of a word of such a column. */
export function begins(column: string, word: string): Condition {
  return (param) => `${column} LIKE ${param(`%${beginsWord(word).contains}%`)}`
}

/** What those of a meeting or session are about. */
export const searchedColumns = 'subject_words, organizer_id, goto_meeting_id'

/**
 * What a meeting or session must have to be found. Whose it is, is looked up before: joined to each row, the names of
 * organizers would keep every index from being used, and make a plan of thirty joins.
 */
export async function subjectConditions(parts: readonly SearchPart[]): Promise<Condition[]> {
  const organizers = await organizersWith(parts.flatMap(({ said }) => said.flat(2)))
  return parts.map((part) => subjectCondition(part, organizers))
}

export function subjectCondition({ said, numbers }: SearchPart, organizers: ReadonlyMap<string, string[]>): Condition {
  const words = said.map((sought) => saidIn(sought, (word) => inSubject(word, organizers.get(word) ?? [])))
  if (numbers === null) return every(words)
  return (param) => {
    const numbered = `t.goto_meeting_id >= ${param(numbers.gte)} AND t.goto_meeting_id < ${param(numbers.lt)}`
    return words.length === 0 ? numbered : `(${numbered}) OR (${every(words)(param)})`
  }
}

function inSubject(word: string, organizerIds: readonly string[]): Condition {
  const inText = begins('t.subject_words', word)
  if (organizerIds.length === 0) return inText
  return (param) => `${inText(param)} OR t.organizer_id = ANY(${param(organizerIds)}::uuid[])`
}

/** By word, the organizers with it in their name or address: a company has a thousand of them at most. */
async function organizersWith(words: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await pool().query<{ word: string; ids: string[] }>(
    `SELECT w.word, array_agg(o.id::text) AS ids FROM unnest($1::text[]) AS w(word)
     JOIN organizer o ON strpos(o.name_words || o.email_words, ' ' || w.word) > 0 GROUP BY 1`,
    [[...new Set(words)]],
  )
  return new Map(rows.map(({ word, ids }) => [word, ids]))
}
