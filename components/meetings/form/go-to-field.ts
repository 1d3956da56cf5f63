/** Leads to a field of the form by the name of its mistakes: into it, or where nothing can be entered, to it. */
export function goToField(form: HTMLFormElement | null, name: string): void {
  const field = form?.querySelector<HTMLElement>(`[data-field="${name}"]`)
  const control =
    field?.querySelector<HTMLElement>('[aria-invalid=true]') ??
    field?.querySelector<HTMLElement>('input, select, textarea, button')
  if (control) control.focus()
  else field?.scrollIntoView({ block: 'center' })
}
