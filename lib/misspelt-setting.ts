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
 * Whether a variable of the environment, which is everybody's, misspells a setting: its name has to be long, begin like
 * ours and differ in one letter, or in case and underscores. BUILD_ID is Jenkins', TIMEZONE and OAUTH_SECRET are others'.
 */
export function isMisspelt(name: string): boolean {
  if (name.length < shortest) return false
  const isClose = (setting: string) => bareOf(setting) === bareOf(name) || editsBetween(name, setting) === 1
  const isAlike = (setting: string) => setting.slice(0, sameLetters) === name.slice(0, sameLetters).toUpperCase()
  return settingNames.some((setting) => isAlike(setting) && isClose(setting))
}

const shortest = 10
const sameLetters = 4

/** `Goto-ClientId` is GOTO_CLIENT_ID. */
function bareOf(name: string): string {
  return name.replace(/[^a-z0-9]/gi, '').toUpperCase()
}

/** How many letters have to be added, removed or replaced to make one of the other. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
