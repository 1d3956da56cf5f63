import { sayMissing } from '#components/ui/say-missing.ts'

/** Leaves for GoTo's consent, with what few need and loads then. */
export async function goConnect(returnTo?: string): Promise<void> {
  const loaded = await import('./connect-goto.ts').catch(sayMissing)
  await loaded?.connectGoto(returnTo)
}
