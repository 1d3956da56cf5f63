import type { SignInWay } from '#components/shell/submit-sign-in.ts'

/**
 * Where to go after signing in: the path that `from` names, else the home page. Only ever a path of this portal.
 * A press before the page was ready loses `from`; the referring page still has it.
 */
export function returnPath(here: { search: string; origin: string }, referrer: string): string {
  const from = new URLSearchParams(here.search).get('from') ?? fromOf(referrer, here.origin)
  if (!from) return '/'
  const target = parse(from, here.origin)
  if (target?.origin !== here.origin || target.pathname === '/sign-in' || target.pathname.startsWith('//')) return '/'
  return target.pathname + target.search + target.hash
}

/** The way that was pressed before the page was ready. A link from elsewhere that names one is no press. */
export function pressedWay(here: { search: string; origin: string }, referrer: string): SignInWay | null {
  const way = new URLSearchParams(here.search).get('way')
  return (way === 'goto' || way === 'company') && signInPage(referrer, here.origin) ? way : null
}

function fromOf(referrer: string, origin: string): string | null {
  return signInPage(referrer, origin)?.searchParams.get('from') ?? null
}

function signInPage(address: string, origin: string): URL | null {
  const page = parse(address, origin)
  return page?.origin === origin && page.pathname === '/sign-in' ? page : null
}

function parse(address: string, base: string): URL | null {
  return URL.canParse(address, base) ? new URL(address, base) : null
}
