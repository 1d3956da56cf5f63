export type FormCheck = typeof import('./read-form.ts')

let loaded: FormCheck | null = null
let loading: Promise<FormCheck> | null = null

/** What checks a form, with the schemas it is made of: null until it is here. */
export function readyCheck(): FormCheck | null {
  return loaded
}

/** Loads it, once: with the first key or press in a form, so that it is here before anything is sent. */
export function loadCheck(): Promise<FormCheck> {
  loading ??= import('./read-form.ts').then(
    (check) => {
      loaded = check
      return check
    },
    (failure: unknown) => {
      loading = null
      throw failure
    },
  )
  return loading
}

/** Ahead of its use: if it fails, it is tried again when it is needed. */
export function expectCheck(): void {
  loadCheck().catch(() => undefined)
}
