const style = `
:root { color-scheme: light dark; --ground: #f4f5f7; --card: #fff; --ink: #16191d; --soft: #545c66; --line: #d5dae0; --press: #1b5fc1; --on-press: #fff }
@media (prefers-color-scheme: dark) { :root { --ground: #14171a; --card: #1d2126; --ink: #eceff2; --soft: #a5afba; --line: #3a424b; --press: #8ab8ff; --on-press: #0d1b30 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
header { padding: 12px 20px; color: var(--soft); border-bottom: 1px solid var(--line); font-size: 14px }
header strong { color: var(--ink) }
main { width: min(100% - 32px, 480px); margin: 40px auto; padding: 28px; background: var(--card); border: 1px solid var(--line); border-radius: 12px }
h1 { margin: 0 0 4px; font-size: 24px; line-height: 1.25 }
h2 { margin: 24px 0 8px; font-size: 16px }
p { margin: 8px 0 }
.soft { color: var(--soft); font-size: 14px }
form { margin: 12px 0 }
label { display: block; margin: 12px 0 4px; font-weight: 600 }
input { width: 100%; min-height: 44px; padding: 8px 12px; border: 1px solid var(--soft); border-radius: 8px; background: var(--ground); color: inherit; font: inherit }
button { min-height: 44px; padding: 8px 18px; border: 1px solid var(--press); border-radius: 8px; background: var(--press); color: var(--on-press); font: inherit; font-weight: 600; cursor: pointer }
button.second { background: transparent; color: var(--press) }
button.person { display: block; width: 100%; margin: 8px 0; background: var(--ground); border-color: var(--line); color: var(--ink); text-align: left; font-weight: 400 }
button.person span { display: block; color: var(--soft); font-size: 14px }
:focus-visible { outline: 3px solid var(--press); outline-offset: 2px }
.row { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 16px }
.status { margin: 16px 0; padding: 12px 14px; border: 1px solid var(--line); border-radius: 8px; font-weight: 600 }
`

/** A sandbox page that plainly is one: nobody should take it for GoTo's. */
export function page(status: number, title: string, body: string, script = ''): Response {
  const text = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · GoTo sandbox</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body><header><strong>GoTo sandbox</strong> · a simulated GoTo on this machine, not the real service</header><main>${body}</main>${
    script ? `<script>${script}</script>` : ''
  }</body></html>`
  return html(text, { status })
}

export function messagePage(status: number, title: string, sentence: string): Response {
  return page(status, title, `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(sentence)}</p>`)
}

export function html(
  text: string,
  { status, headers }: { status: number; headers?: Record<string, string> },
): Response {
  const all = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  }
  return new Response(text, { status, headers: { ...all, ...headers } })
}

/** After a click: the page again, by GET, so that reloading repeats nothing. */
export function seeOther(location: string): Response {
  return html('', { status: 303, headers: { location } })
}

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** A subject already has entities for its angle brackets (goto-api.md 5.2). */
export function subjectText(subject: string): string {
  return escapeHtml(subject.replaceAll('&lt;', '<').replaceAll('&gt;', '>'))
}

export function hidden(values: Iterable<[string, string]>): string {
  return [...values]
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('')
}
