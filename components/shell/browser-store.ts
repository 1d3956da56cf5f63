/** What this browser keeps for Foyer. It may be forbidden or full: then nothing is kept, and nothing fails. */
export function readKept(name: string): string | null {
  return attempt(() => localStorage.getItem(name), null)
}

/** null removes it. */
export function writeKept(name: string, text: string | null): void {
  attempt(() => (text === null ? localStorage.removeItem(name) : localStorage.setItem(name, text)), undefined)
}

export function keptNames(): string[] {
  return attempt(() => Object.keys(localStorage), [])
}

function attempt<T>(use: () => T, otherwise: T): T {
  try {
    return use()
  } catch {
    return otherwise
  }
}
