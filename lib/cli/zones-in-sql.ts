import { readFileSync } from 'node:fs'

/**
 * What makes the database work out a local time. Its zone data is another than Node's (lib/upkeep/compare-zones.ts), so
 * it would put a meeting on another day than the page does: SQL is handed instants that lib/time worked out.
 */
const local = [
  /\bat\s+time\s+zone\s+(?!'UTC')/i,
  /\bat\s+local\b/i,
  /\btimezone\s*\(\s*(?!'UTC')/i,
  /\bset\s+(?:local\s+)?time\s?zone\b/i,
  /\bdate_trunc\s*\((?:[^(),]|\([^)]*\))*,(?:[^(),]|\([^)]*\))*,/i,
  /\bdate_add\s*\(|\bdate_bin_tz\b/i,
  /\b(?:current_date|localtime|localtimestamp)\b/i,
]

/** The comparison itself, and tests of what the database would say. */
const free = /^lib\/upkeep\/compare-zones\.ts$|\.test\.tsx?$|^components\//

/** `file:line` of each place in our SQL that cuts by local time. */
export function zonesInSql(files: readonly string[]): string[] {
  return files.filter((file) => !free.test(file)).flatMap((file) => zonesIn(file, readFileSync(file, 'utf8')))
}

export function zonesIn(file: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      local.some((pattern) => pattern.test(line)) && !/^\s*(?:\/\/|\/?\*|\/)/.test(line)
        ? [`${file}:${index + 1} lets the database work out a local time: ${line.trim().slice(0, 80)}`]
        : [],
    )
}
