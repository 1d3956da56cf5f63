import { serverNow } from '#lib/http/api.ts'
import type { Me } from '#lib/people/schema.ts'
import { keptNames, readKept, writeKept } from './browser-store.ts'
import { openVault, seal, unseal, type Vault } from './draft-vault.ts'
import { isLoggingOff } from './logging-off.ts'

const prefix = 'foyer-draft-'
/** Whose drafts are open: how other tabs notice at once that another session has begun, or this one ended. */
const openMark = 'foyer-drafts-of'

export type Kept<T> = T & { keptAt?: string }

/** The drafts of whoever is signed in, by place. In the browser's store they are sealed (decision 022). */
const drafts = new Map<string, object>()
let vault: Vault | null = null

/**
 * Opens what was kept in this browser. The key comes from the server for as long as the session lasts; drafts of other
 * sessions, whoever's, are removed. Without a secure connection drafts last as long as the page.
 */
export async function openDrafts(of: Me['drafts']): Promise<void> {
  if (vault?.id === of.id) return
  if (vault) return leave()
  const opened = await openVault(of)
  const places = keptNames().flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []))
  const kept = await Promise.all(places.map((place) => unseal(opened, place, readKept(prefix + place))))
  for (const [nth, place] of places.entries()) {
    const draft = kept[nth]
    if (!draft) writeKept(prefix + place, null)
    else if (!drafts.has(place)) drafts.set(place, draft)
  }
  window.addEventListener('storage', follow)
  vault = opened
  writeKept(openMark, opened.id)
}

/** What was typed in a place and not saved; it survives a reload and a closed tab. null: nothing usable. */
export function readDraft<T extends object>(place: string, isDraft: (kept: unknown) => kept is T): Kept<T> | null {
  const kept = drafts.get(place)
  return isDraft(kept) ? kept : null
}

/** Forgotten when saved (null), and with everything else when the session ends. */
export function keepDraft(place: string, draft: object | null): void {
  if (draft) drafts.set(place, { ...draft, keptAt: serverNow().toISOString() })
  else drafts.delete(place)
  void store(place)
}

/** Whether this browser still keeps something that somebody typed, whoever it was. */
export function hasDrafts(): boolean {
  return keptNames().some((name) => name.startsWith(prefix))
}

/** The session is over: nothing typed in it stays in this browser. */
export function forgetDrafts(): void {
  close()
  for (const name of keptNames()) if (name.startsWith(prefix) || name === openMark) writeKept(name, null)
}

/**
 * What this page shows is of a session that is over: the server says what comes next. While this page itself logs off,
 * the store is emptied by the answer, and a reload would overtake the way to sign-in.
 */
function leave(): void {
  close()
  if (!isLoggingOff()) window.location.reload()
}

function close(): void {
  drafts.clear()
  vault = null
  window.removeEventListener('storage', follow)
}

async function store(place: string): Promise<void> {
  const draft = drafts.get(place)
  if (!draft) return writeKept(prefix + place, null)
  const by = vault
  const sealed = by && (await seal(by, place, draft))
  // Sealing takes a moment: what has changed meanwhile is stored by its own call.
  if (sealed && vault === by && drafts.get(place) === draft) writeKept(prefix + place, sealed)
}

/** Another tab has kept or forgotten something, or its session is another one. */
async function follow({ key: name, newValue }: StorageEvent): Promise<void> {
  if (!vault) return
  if (name === null || (name === openMark && newValue !== vault.id)) return leave()
  if (!name.startsWith(prefix)) return
  const place = name.slice(prefix.length)
  const draft = await unseal(vault, place, newValue)
  if (draft) drafts.set(place, draft)
  else drafts.delete(place)
}
