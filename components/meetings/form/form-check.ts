import { loadedOnce } from '#components/ui/loaded-once.ts'

export type FormCheck = typeof import('./checked-form.ts')

/** What checks a form, with the schemas it is made of, and what follows once it was sent. */
export const formCheck = loadedOnce<FormCheck>(() => import('./checked-form.ts'))
