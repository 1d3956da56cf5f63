import { useEffect, useSyncExternalStore } from 'react'

export type ToastAction = { label: string; run: () => void }

export type Toast = {
  id: number
  tone: 'done' | 'trouble'
  text: string
  /** What can be done now: Undo, Open, Copy link. A press closes the toast. */
  actions?: readonly ToastAction[]
  /** How long it stays, if its action is only possible that long. */
  openMs?: number
  /** Where `useSaysItself(place)` is on the page, the page says and offers the same: the toast is only read out. */
  place?: string
}

/** One at a time: the newest is what is true, and two could contradict each other. */
let shown: Toast | null = null
let nextId = 1
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

/** Shows and announces a passing message in place of the last one. Trouble stays until closed. */
export function showToast(toast: Omit<Toast, 'id'>): number {
  shown = { ...toast, id: nextId++ }
  countDown()
  tellAll()
  return shown.id
}

/** Without an id: whichever there is. */
export function closeToast(id?: number): void {
  if (!shown || (id !== undefined && shown.id !== id)) return
  clearTimeout(timer)
  shown = null
  tellAll()
}

/** While somebody points at it or is in it, it stays, except if its action ends anyway. */
export function holdToast(): void {
  if (shown?.openMs === undefined) clearTimeout(timer)
}

export function releaseToast(): void {
  if (shown?.openMs === undefined) countDown()
}

export function useToast(): Toast | null {
  return useSyncExternalStore(listen, current, current)
}

const places = new Map<string, number>()

/** While this is on the page, a toast of that place would say it twice. */
export function useSaysItself(place: string): void {
  useEffect(() => {
    places.set(place, (places.get(place) ?? 0) + 1)
    tellAll()
    return () => {
      places.set(place, (places.get(place) ?? 1) - 1)
      tellAll()
    }
  }, [place])
}

/** Whether the page says the same. */
export function useIsSaid(place: string | undefined): boolean {
  const isSaid = () => place !== undefined && (places.get(place) ?? 0) > 0
  return useSyncExternalStore(listen, isSaid, isSaid)
}

function countDown(): void {
  clearTimeout(timer)
  if (!shown) return
  const { id } = shown
  const openMs = shown.openMs ?? usualMs(shown)
  if (openMs !== null) timer = setTimeout(() => closeToast(id), openMs)
}

/** Trouble stays until read; a toast with an action stays longer than one without. */
function usualMs({ tone, actions }: Toast): number | null {
  if (tone === 'trouble') return null
  return actions?.length ? 10_000 : 5_000
}

function tellAll(): void {
  for (const tell of listeners) tell()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function current(): Toast | null {
  return shown
}
