import { type RefObject, useEffect } from 'react'

/** After a press that found mistakes, the cursor goes to the first of them, whose sentence is read out with it. */
export function useFocusOnMistake(form: RefObject<HTMLFormElement | null>, mistakes: number): void {
  useEffect(() => {
    if (mistakes > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [form, mistakes])
}
