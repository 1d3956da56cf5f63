import { serverNow } from '#lib/http/api.ts'

const prefix = 'foyer-draft-'

export type Kept<T> = T & { keptAt?: string }

/** What was typed in a place and not saved; it survives a reload and a closed tab. null: nothing usable. */
export function readDraft<T extends object>(place: string, isDraft: (kept: unknown) => kept is T): Kept<T> | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + place) ?? 'null')
    return isDraft(kept) ? kept : null
  } catch {
    return null
  }
}

/** Forgotten when saved (null), and on log off with everything else. */
export function keepDraft(place: string, draft: object | null): void {
  try {
    if (draft) localStorage.setItem(prefix + place, JSON.stringify({ ...draft, keptAt: serverNow().toISOString() }))
    else localStorage.removeItem(prefix + place)
  } catch {
    // Storage may be forbidden: then the draft lasts as long as the page.
  }
}

/** What went wrong, and that nothing typed is lost, unless the sentence says so itself. */
export function keptText(sentence: string): string {
  return /\byou typed\b/.test(sentence) ? sentence : `${sentence} What you typed is kept.`
}
