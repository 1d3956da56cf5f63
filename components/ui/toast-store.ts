import { useSyncExternalStore } from 'react'

export type ToastAction = { label: string; run: () => void }

export type Toast = {
  id: number
  tone: 'done' | 'trouble'
  text: string
  /** What can be done about it now: Undo, Open, Copy link. A press closes the toast. */
  actions?: readonly ToastAction[]
}

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

/** Says something in passing, to eyes and ears. Trouble stays until it is closed. Answers what `closeToast` takes. */
export function showToast(toast: Omit<Toast, 'id'>): number {
  const id = nextId++
  change([...toasts.slice(-2), { ...toast, id }])
  if (toast.tone === 'done') setTimeout(() => closeToast(id), toast.actions?.length ? 10_000 : 5_000)
  return id
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
