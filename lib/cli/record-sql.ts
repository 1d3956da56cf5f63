import { unknownText, withoutSqlComments } from './source-texts.ts'

const tables = 'meeting|occurrence|invited|invited_group|room_status|join_press|session|attendance'
/** Also quoted, and with whatever schema before it. */
const table = `(?:"?[\\w$]+"?\\s*\\.\\s*)?"?(?:${tables})"?(?![\\w.(])`
/** A table that is only named when the code runs. */
const unknownTable = `"?${unknownText}`
const anyTable = `(?:${table}|${unknownTable})`
const verbs = 'insert\\s+into|update(?:\\s+only)?|delete\\s+from(?:\\s+only)?|merge\\s+into(?:\\s+only)?'

const write = new RegExp(
  [
    `\\b(?:${verbs})\\s+${anyTable}`,
    `\\btruncate\\s+(?:table\\s+)?(?:only\\s+)?(?:[\\w."$]+\\s*,\\s*(?:only\\s+)?)*${anyTable}`,
    `\\bcopy\\s+(?:"?\\w+"?\\.)?"?(?:${tables})"?\\s*(?:\\(|from\\b)`,
  ].join('|'),
  'i',
)

const removal = /\bset\b(?:(?!\bwhere\b)[\s\S])*\bgone_at\b(?!\s+is\b)|\binsert\s+into\b[^()]*\([^()]*\bgone_at\b/i

/** Whether this SQL writes a table of lib/record. */
export function writesRecord(sql: string): boolean {
  return write.test(withoutSqlComments(sql))
}

/** Whether it says since when something is gone. */
export function writesGone(sql: string): boolean {
  return removal.test(withoutSqlComments(sql))
}
