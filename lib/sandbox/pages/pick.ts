import type { OrganizerRecord } from '../state.ts'
import type { World } from '../world.ts'
import { escapeHtml, hidden, page } from './page.ts'

const shownAtMost = 12

/** Replaces the vendor's e-mail and password form: pick who you are. Named people first, others by search. */
export function pickPage(world: World, query: URLSearchParams): Response {
  const wanted = query.get('q')?.trim().toLowerCase() ?? ''
  const all = world.organizers.all().filter(({ deletedAt }) => deletedAt === null)
  const named = all.filter(({ isNamed, email }) => isNamed && email.endsWith('@example.com'))
  const others = all.filter((person) => !named.includes(person))
  const found = wanted === '' ? [] : others.filter((person) => describe(person).toLowerCase().includes(wanted))
  const rest = [...query].filter(([name]) => name !== 'q' && name !== 'person')
  const results =
    wanted === ''
      ? ''
      : found.length === 0
        ? '<p role="status">Nobody with that name or e-mail has GoTo here.</p>'
        : `<p role="status" class="soft">${Math.min(found.length, shownAtMost)} of ${found.length}</p>${buttons(found.slice(0, shownAtMost))}`
  return page(
    200,
    'Sign in',
    `<h1>Sign in to GoTo</h1><p class="soft">Pick who you are. No password is needed here.</p>
<form method="get" action="/oauth/authorize" aria-label="People">${hidden(rest)}${buttons(named)}</form>
<h2 id="others">Somebody else</h2>
<form method="get" action="/oauth/authorize" role="search" aria-labelledby="others">${hidden(rest)}
<label for="q">Name or e-mail</label><input id="q" name="q" type="search" value="${escapeHtml(wanted)}">
<div class="row"><button class="second">Search</button></div></form>
<form method="get" action="/oauth/authorize" aria-label="Found">${hidden(rest)}${results}</form>`,
  )
}

function buttons(people: OrganizerRecord[]): string {
  return people
    .map(
      ({ firstName, lastName, email }) =>
        `<button class="person" name="person" value="${escapeHtml(email)}">${escapeHtml(`${firstName} ${lastName}`)} <span>${escapeHtml(email)}</span></button>`,
    )
    .join('')
}

function describe({ firstName, lastName, email }: OrganizerRecord): string {
  return `${firstName} ${lastName} ${email}`
}
