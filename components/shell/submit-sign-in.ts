export type SignInWay = 'goto' | 'company'

/** Leaves for the provider through the form that next-auth expects. Doesn't return to this page. */
export function submitSignIn(way: SignInWay, csrfToken: string, returnTo: string): void {
  const form = document.createElement('form')
  form.method = 'post'
  form.action = `/api/auth/signin/${way}`
  form.hidden = true
  for (const [name, value] of Object.entries({ csrfToken, callbackUrl: returnTo })) {
    const input = document.createElement('input')
    input.type = 'hidden'
    input.name = name
    input.value = value
    form.append(input)
  }
  document.body.append(form)
  form.submit()
}
