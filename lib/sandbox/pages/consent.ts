import type { OrganizerRecord } from '../state.ts'
import { escapeHtml, page } from './page.ts'

const meanings: Record<string, string> = {
  'collab:': 'Plan, start and read your meetings',
  'identity:': 'Read and manage organizers, as far as you are allowed',
  'identity:scim.me': 'Read your profile',
}

/** The last step before the browser goes back to the client. */
export function consentPage(
  clientId: string,
  person: OrganizerRecord,
  scopes: string[],
  query: URLSearchParams,
): Response {
  const name = escapeHtml(`${person.firstName} ${person.lastName}`)
  const change = new URLSearchParams([...query].filter(([key]) => key !== 'person' && key !== 'q'))
  const action = new URLSearchParams([...change])
  return page(
    200,
    'Allow access',
    `<h1>Allow access?</h1><p><strong>${escapeHtml(clientId)}</strong> wants to act for <strong>${name}</strong> (${escapeHtml(person.email)}).</p>
<ul>${scopes.map((scope) => `<li>${escapeHtml(meanings[scope] ?? scope)}</li>`).join('')}</ul>
<form method="post" action="/oauth/authorize?${escapeHtml(String(action))}">
<input type="hidden" name="person" value="${escapeHtml(person.email)}">
<div class="row"><button name="decision" value="allow">Allow</button><button class="second" name="decision" value="deny">Deny</button></div></form>
<p class="soft"><a href="/oauth/authorize?${escapeHtml(String(change))}">Not you?</a></p>`,
  )
}
