import { settingNames } from '#lib/env-settings.ts'

/** Shorter names are two letters away from anything: HOST from HOME, PORT from POST. */
const shortest = 8
/** TRUSTED_PROXY is meant for TRUSTED_PROXIES. */
const mostEdits = (name: string) => (name.length < 12 ? 2 : 3)

/** The setting that is meant by a name that is none, if it is all but one of ours. */
export function misspeltSetting(name: string): string | null {
  if (settingNames.includes(name)) return null
  const bare = bareOf(name)
  const meant = settingNames.find((setting) => bareOf(setting) === bare)
  if (meant) return meant
  if (name.length < shortest) return null
  const [nearest] = settingNames
    .filter((setting) => setting.length >= shortest)
    .map((setting) => ({ setting, edits: editsBetween(name, setting) }))
    .filter(({ edits }) => edits <= mostEdits(name))
    .sort((a, b) => a.edits - b.edits)
  return nearest?.setting ?? null
}

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
