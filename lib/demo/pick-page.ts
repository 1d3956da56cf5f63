import { bestFirst } from '#lib/search/match.ts'

export type CompanyPerson = {
  /** The provider's permanent id for this person. */
  subject: string
  email: string
  name: string
  givenName: string
  familyName: string
  title: string
}

/** Everybody else is a search away: nobody can choose among four hundred buttons. */
const shownAtMost = 12

/** The page for picking who to be, without scripts: a button per person, whose name contains the e-mail. */
export function pickPage(people: CompanyPerson[], search: string): string {
  const found = bestFirst(people, search, ({ name, email }) => [name, email])
  const listed = found.slice(0, shownAtMost)
  const rest = found.length - listed.length
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in · Example company</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="note">Demo of a company sign-in</p>
<h1>Who are you today?</h1>
<form method="get" role="search">
<label for="q">Search the company</label>
<input id="q" name="q" type="search" value="${inHtml(search)}">
<button class="quiet">Search</button>
</form>
<form method="post">
<ul>
${listed.map(button).join('\n')}
</ul>
<p class="note">${found.length === 0 ? `No results for “${inHtml(search)}”.` : rest > 0 ? `${rest} more; search by name.` : ''}</p>
<button class="quiet" name="email" value="">Cancel</button>
</form>
</main>
</body>
</html>
`
}

function button({ name, email, title }: CompanyPerson): string {
  return `<li><button name="email" value="${inHtml(email)}"><strong>${inHtml(name)}</strong> <span>${inHtml(email)}</span> <em>${inHtml(title)}</em></button></li>`
}

function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

const style = `
:root{color-scheme:light dark;--ink:#1a1d21;--faint:#5f6670;--line:#d9dde2;--surface:#fff;--back:#f5f6f8;--accent:#2f5bd8}
@media(prefers-color-scheme:dark){:root{--ink:#eceef1;--faint:#9aa2ad;--line:#353a42;--surface:#1d2025;--back:#131519;--accent:#8fb0ff}}
*{box-sizing:border-box}body{margin:0;background:var(--back);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
main{max-width:480px;margin:0 auto;padding:48px 16px}h1{font-size:28px;line-height:1.2;margin:4px 0 24px}
.note{color:var(--faint);font-size:14px;margin:0}label{display:block;font-size:14px;margin-bottom:4px}
form[role=search]{display:grid;grid-template-columns:1fr auto;gap:0 8px;margin-bottom:16px}form[role=search] label{grid-column:1/-1}
input{font:inherit;color:inherit;background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:8px 12px;min-width:0}
ul{list-style:none;margin:0 0 12px;padding:0;display:grid;gap:8px}
button{font:inherit;color:inherit;background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:8px 12px;cursor:pointer}
li button{width:100%;text-align:left;display:grid;grid-template-columns:1fr auto;gap:0 12px;padding:10px 14px}
li span{color:var(--faint);grid-column:1}li em{grid-column:2;grid-row:1/3;align-self:center;font-style:normal;font-size:14px;color:var(--faint)}
button:hover{border-color:var(--accent)}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}.quiet{color:var(--faint)}`
