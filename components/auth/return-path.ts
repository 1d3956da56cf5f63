/**
 * Where to go after signing in: the path that `from` names, else the home page. Only ever a path of this portal.
 * A press before the page was ready loses `from`; the referring page still has it.
 */
export function returnPath(here: { search: string; origin: string }, referrer: string): string {
  const from = new URLSearchParams(here.search).get('from') ?? fromOf(referrer, here.origin)
  if (!from) return '/'
  const target = parse(from, here.origin)
  if (target?.origin !== here.origin || target.pathname === '/sign-in') return '/'
  return target.pathname + target.search + target.hash
}

function fromOf(referrer: string, origin: string): string | null {
  const page = parse(referrer, origin)
  return page?.origin === origin && page.pathname === '/sign-in' ? page.searchParams.get('from') : null
}

function parse(address: string, base: string): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null
}
