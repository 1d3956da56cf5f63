import { loadedOnce } from '#components/ui/loaded-once.ts'

export type FormCheck = typeof import('./read-form.ts')

/** What checks a form, with the schemas it is made of. */
export const formCheck = loadedOnce<FormCheck>(() => import('./read-form.ts'))
