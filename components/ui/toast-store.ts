import { useSyncExternalStore } from 'react'

export type ToastAction = { label: string; run: () => void }

export type Toast = {
  id: number
  tone: 'done' | 'trouble'
  text: string
  /** What can be done now: Undo, Open, Copy link. A press closes the toast. */
  actions?: readonly ToastAction[]
  /** How long it stays, if its action is only possible that long. */
  openMs?: number
}

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

/** Shows and announces a passing message. Trouble stays until closed. Answers what `closeToast` takes. */
export function showToast(toast: Omit<Toast, 'id'>): number {
  const id = nextId++
  change([...toasts.slice(-2), { ...toast, id }])
  const openMs = toast.openMs ?? usualMs(toast)
  if (openMs !== null) setTimeout(() => closeToast(id), openMs)
  return id
}

/** Trouble stays until read; a toast with an action stays longer than one without. */
function usualMs({ tone, actions }: Omit<Toast, 'id'>): number | null {
  if (tone === 'trouble') return null
  return actions?.length ? 10_000 : 5_000
}

export function closeToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id))
}

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(listen, current, current)
}

function change(next: readonly Toast[]): void {
  toasts = next
  for (const tell of listeners) tell()
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

function current(): readonly Toast[] {
  return toasts
}
