import { setTimeout as delay } from 'node:timers/promises'
import { createBrowser, type PretendBrowser } from './pretend-browser.ts'

type FirstGrant = { portal: string; say: (line: string) => void }

const administrator = 'adam@example.com'
const manager = { email: 'mara@example.com', group: 'Sales' }
const patienceMs = 120_000
const message = '**Benefits week** starts Monday. Bring your questions to the HR sessions.'

/**
 * Brings the demo's home page to life, once: the administrator signs in through the real code flow, writes a company
 * message, lends the grant for company-wide reading, waits for the first complete reading, names the manager of
 * Sales and logs off.
 */
export async function giveFirstGrant({ portal, say }: FirstGrant): Promise<void> {
  const browser = createBrowser(AbortSignal.timeout(patienceMs))
  try {
    say(`Signing in as ${administrator} and lending the grant …`)
    await signIn(browser, portal)
    await writeMessage(browser, portal)
    await lend(browser, portal)
    say('Waiting for the meetings to be read …')
    await firstReading(browser, portal)
    await nameManager(browser, portal)
    await signOff(browser, portal)
  } catch (error) {
    const { name, message } = error as Error
    const reason = name === 'TimeoutError' ? 'it took more than two minutes; see worker.log and web.log.' : message
    throw new Error(`The demo could not set up its first grant: ${reason}`, { cause: error })
  }
}

async function signIn(browser: PretendBrowser, portal: string): Promise<void> {
  const { body } = await browser.call('GET', `${portal}/api/auth/csrf`)
  const { csrfToken } = body as { csrfToken: string }
  const pick = await browser.send(`${portal}/api/auth/signin/goto`, { csrfToken, callbackUrl: `${portal}/` })
  const allow = await browser.press(pick, administrator)
  const home = await browser.press(allow, 'Allow')
  if (!home.url.startsWith(`${portal}/`) || new URL(home.url).pathname !== '/') {
    throw new Error(`signing in ended at ${home.url}.`)
  }
}

/** Before lending, which is what marks a first start: one stopped in between finds its message here. */
async function writeMessage(browser: PretendBrowser, portal: string): Promise<void> {
  const { status: found, body } = await browser.call('GET', `${portal}/api/announcements?all=1`)
  if (found !== 200) throw new Error(`reading the company messages failed with ${found}.`)
  if ((body as { items: unknown[] }).items.length > 0) return
  const { status } = await browser.call('POST', `${portal}/api/announcements`, {
    body: message,
    from: null,
    until: null,
  })
  if (status !== 201) throw new Error(`writing the company message failed with ${status}.`)
}

/** Lending starts a reading on its own. */
async function lend(browser: PretendBrowser, portal: string): Promise<void> {
  const { status } = await browser.call('PUT', `${portal}/api/connections`, { isLent: true })
  if (status >= 300) throw new Error(`lending the grant failed with ${status}.`)
}

async function firstReading(browser: PretendBrowser, portal: string): Promise<void> {
  for (;;) {
    const { status, body } = await browser.call('GET', `${portal}/api/meetings`)
    if (status !== 200) throw new Error(`listing the meetings failed with ${status}.`)
    const { asOf, coverage } = body as { asOf: string | null; coverage: { organizers: number; read: number } }
    if (asOf !== null && coverage.read >= coverage.organizers) return
    await delay(250)
  }
}

/** The reading finds Mara before she ever signs in; her group may follow only in the next round. */
async function nameManager(browser: PretendBrowser, portal: string): Promise<void> {
  for (;;) {
    const organizers = (await browser.call('GET', `${portal}/api/organizers`)).body as Listed<{ personId: string }>
    const groups = (await browser.call('GET', `${portal}/api/groups`)).body as Listed<{ id: string; name: string }>
    const mara = organizers.items.find(({ email }) => email === manager.email)
    const group = groups.items.find(({ name }) => name === manager.group)
    if (mara && group) {
      const address = `${portal}/api/groups/${group.id}/managers`
      const { status } = await browser.call('PUT', address, { personIds: [mara.personId] })
      if (status === 200) return
      throw new Error(`making ${manager.email} a manager failed with ${status}.`)
    }
    await delay(250)
  }
}

type Listed<T> = { items: (T & { email?: string })[] }

async function signOff(browser: PretendBrowser, portal: string): Promise<void> {
  await browser.call('DELETE', `${portal}/api/sessions/current`)
}
