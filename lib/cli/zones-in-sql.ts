import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { type SourceText, textsIn, withoutSqlComments } from './source-texts.ts'

const argument = String.raw`(?:[^(),]|\((?:[^()]|\([^()]*\))*\))*`
const atUtc = String.raw`at\s+time\s+zone\s+'UTC'`

/**
 * What makes the database work out a local time. Its zone data differs from Node's (lib/upkeep/compare-zones.ts), so
 * it could put a meeting on a different day than the page does: SQL gets instants that lib/time worked out.
 */
const local = [
  String.raw`\bat\s+time\s+zone\s+(?!'UTC')`,
  String.raw`\bat\s+local\b`,
  String.raw`\btimezone\s*\(\s*(?!'UTC')`,
  String.raw`\bset\s+(?:local\s+|session\s+)?(?:time\s+zone\b(?!\s+'UTC')|timezone\s*(?:=|to\b))`,
  String.raw`\bset_config\s*\(\s*'timezone'`,
  // In the session's zone without a third argument, in the given one with it.
  String.raw`\bdate_trunc\s*\(${argument},(?!${argument}${atUtc}\s*\))${argument}(?:,|\))`,
  String.raw`\bdate_(?:add|subtract)\s*\(`,
  String.raw`\bgenerate_series\s*\((?:${argument},){3}`,
  String.raw`\bto_char\s*\((?!${argument}${atUtc}\s*,)`,
  String.raw`\bextract\s*\(\s*(?!epoch\b)\w+\s+from\b(?!${argument}${atUtc}\s*\))`,
  String.raw`\bdate_part\s*\(\s*(?!'epoch')`,
  String.raw`\bmake_timestamptz\s*\(`,
  String.raw`(?<!${atUtc}\s*\)?\s*)::\s*(?:date|time|timestamp)\b`,
  String.raw`\bcast\s*\((?:(?!${atUtc}\s+as\b)[^()]|\([^()]*\))*\bas\s+(?:date|time|timestamp)\s*\)`,
  String.raw`\b(?:current_date|current_time|localtime|localtimestamp)\b`,
].map((pattern) => new RegExp(pattern, 'i'))

/** Exempt: the comparison itself, these patterns, and tests of what the database would say. */
const free = /^lib\/(upkeep\/compare-zones|cli\/zones-in-sql)\.ts$|\.test\.tsx?$|^components\//

/** `file:line` for each text in our code or migrations that uses local time. */
export function zonesInSql(files: readonly string[]): string[] {
  return files.filter((file) => !free.test(file)).flatMap((file) => zonesIn(file, readFileSync(file, 'utf8')))
}

export function zonesIn(file: string, content: string): string[] {
  const source = ts.createSourceFile(file, file.endsWith('.sql') ? '' : content, ts.ScriptTarget.Latest, true)
  const texts: SourceText[] = file.endsWith('.sql') ? [{ node: source, text: content }] : textsIn(source)
  return texts.flatMap(({ node, text }) => {
    const sql = withoutSqlComments(text)
    const match = local.map((pattern) => pattern.exec(sql)).find((found) => found !== null)
    if (!match) return []
    const line =
      source.getLineAndCharacterOfPosition(node.getStart()).line + sql.slice(0, match.index).split('\n').length
    return [`${file}:${line} lets the database work out a local time: ${sql.slice(match.index).trim().slice(0, 80)}`]
  })
}
