import { settingNames } from '#lib/env-settings.ts'

/** The setting that is probably meant by a name that is none, to be named beside it. */
export function nearestSetting(name: string): string | null {
  const meant = settingNames.find((setting) => bareOf(setting) === bareOf(name))
  if (meant) return meant
  const [nearest] = settingNames
    .map((setting) => ({ setting, edits: editsBetween(name, setting) }))
    .filter(({ setting, edits }) => edits <= setting.length / 4)
    .sort((a, b) => a.edits - b.edits)
  return nearest?.setting ?? null
}

/**
 * Whether a variable of the environment, which is everybody's, misspells a setting. A refused start is worse than a
 * setting overlooked: one of several words without its underscores or in another number, or with two letters swapped, is
 * meant whatever its length; one with a wrong letter has to be long and begin like ours (BUILD_ID is Jenkins' and
 * OAUTH_SECRET another program's), and one in lower case has to be right but for that. Ours have no digits:
 * DATABASE_URL2 is another's.
 */
export function isMisspelt(name: string): boolean {
  if (others.has(bareOf(name)) || /\d/.test(name)) return false
  const isUpper = name === name.toUpperCase()
  return settingNames.some((setting) => {
    const isOfWords = setting.includes('_')
    if (!isUpper) return isOfWords && setting === name.toUpperCase()
    if (isOfWords && (bareOf(setting) === bareOf(name) || isSwapped(setting, name))) return true
    const isAlike = setting.slice(0, sameLetters) === name.slice(0, sameLetters)
    return isAlike && name.length >= shortest && editsBetween(name, setting) === 1
  })
}

/** What cron, build tools and many other programs call their own, as bareOf: log_level and LOG_LEVELS too. */
const others = new Set(['BUILDDIR', 'LOGLEVEL', 'MAILFROM', 'TIMEZONE'])
const shortest = 10
const sameLetters = 4

/** `Goto-ClientId` is GOTO_CLIENT_ID, and TRUSTED_PROXY is TRUSTED_PROXIES. */
function bareOf(name: string): string {
  const letters = name.replace(/[^a-z0-9]/gi, '').toUpperCase()
  return letters.replace(/IES$/, 'Y').replace(/S$/, '')
}

/** AUTH_SECERT. */
function isSwapped(a: string, b: string): boolean {
  return a.length === b.length && editsBetween(a, b) === 1 && [...a].sort().join() === [...b].sort().join()
}

/** How many letters have to be added, removed, replaced or swapped with the next to make one of the other. */
function editsBetween(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : replaced
      next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
