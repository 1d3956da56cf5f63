import { setTimeout as delay } from 'node:timers/promises'

/** A page as a person sees it. */
export type Page = { url: string; status: number; html: string }

export type PretendBrowser = {
  /** Opens an address, following redirects and keeping cookies as a browser does. */
  open(url: string): Promise<Page>
  /** Presses the button whose text contains `text`, sending its form. @throws Error when the page has none. */
  press(page: Page, text: string): Promise<Page>
  /** Calls the API as the portal's own pages do. */
  call(method: string, url: string, body?: unknown): Promise<{ status: number; body: unknown }>
  /** Sends a form that is on no page, as next-auth expects from the sign-in page. */
  send(url: string, fields: Record<string, string>): Promise<Page>
}

/** Retries when an overloaded portal, such as one just started on a busy machine, says when to come back. */
async function send(url: string, init: RequestInit & { signal: AbortSignal }): Promise<Response> {
  for (;;) {
    const response = await fetch(url, init)
    if (response.status !== 503) return response
    await response.body?.cancel()
    await delay(Number(response.headers.get('retry-after') ?? 1) * 1000, undefined, { signal: init.signal })
  }
}

/** Just enough of a browser to sign in: cookies, redirects and forms. Cookies ignore ports, so the jar does too. */
export function createBrowser(signal: AbortSignal): PretendBrowser {
  const jars = new Map<string, Map<string, string>>()

  async function request(url: string, init: RequestInit = {}): Promise<Response> {
    const jar = jars.get(new URL(url).hostname) ?? new Map<string, string>()
    jars.set(new URL(url).hostname, jar)
    const headers = new Headers(init.headers)
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await send(url, { ...init, headers, redirect: 'manual', signal })
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '' || /max-age=0\b/i.test(cookie)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }

  async function follow(url: string, init?: RequestInit): Promise<Page> {
    let here = url
    let response = await request(here, init)
    for (let hops = 0; response.headers.has('location') && hops < 20; hops += 1) {
      await response.body?.cancel()
      here = new URL(response.headers.get('location') ?? '', here).href
      response = await request(here)
    }
    return { url: here, status: response.status, html: await response.text() }
  }

  return {
    open: (url) => follow(url),
    press(page, text) {
      const { action, method, fields } = formOf(page, text)
      if (method === 'post') return follow(action, { method: 'POST', body: new URLSearchParams(fields) })
      const target = new URL(action)
      target.search = String(new URLSearchParams(fields))
      return follow(target.href)
    },
    send: (url, fields) => {
      return follow(url, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: new URL(url).origin },
      })
    },
    async call(method, url, body) {
      const response = await request(url, {
        method,
        headers: { 'content-type': 'application/json', 'x-foyer': '1', origin: new URL(url).origin },
        body: body === undefined ? null : JSON.stringify(body),
      })
      const text = await response.text()
      return { status: response.status, body: text === '' ? null : JSON.parse(text) }
    },
  }
}

/** The form around the button, with what it would send. The pages are ours, so a few patterns will do. */
function formOf(page: Page, text: string): { action: string; method: string; fields: [string, string][] } {
  for (const [, open = '', content = ''] of page.html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)) {
    for (const [, attributes = '', label = ''] of content.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)) {
      if (!label.replace(/<[^>]*>/g, '').includes(text)) continue
      const hidden = [...content.matchAll(/<input([^>]*type="hidden"[^>]*)>/g)].map(([, input = '']) => input)
      const fields = [...hidden, attributes].flatMap((element): [string, string][] => {
        const name = attribute(element, 'name')
        return name ? [[name, attribute(element, 'value')]] : []
      })
      const action = new URL(attribute(open, 'action') || page.url, page.url).href
      return { action, method: attribute(open, 'method').toLowerCase() || 'get', fields }
    }
  }
  throw new Error(`${page.url} has no button "${text}" (status ${page.status}).`)
}

function attribute(element: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(element)?.[1] ?? ''
  const entities: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>' }
  return value.replace(/&(amp|quot|#39|lt|gt);/g, (entity) => entities[entity] ?? entity)
}
