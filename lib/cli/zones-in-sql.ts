import { readFileSync } from 'node:fs'

/**
 * What makes the database work out a local time. Its zone data differs from Node's (lib/upkeep/compare-zones.ts), so
 * it could put a meeting on a different day than the page does: SQL gets instants that lib/time worked out.
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

/** Exempt: the comparison itself, and tests of what the database would say. */
const free = /^lib\/upkeep\/compare-zones\.ts$|\.test\.tsx?$|^components\//

/** `file:line` for each place in our SQL that uses local time. */
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
