import { isIP } from 'node:net'

/** What counts as an address in a setting: what whoever is to use it can use, so that the start says what's wrong. */

/** http or https, and a host that can be. Spaces at its ends would break what is put behind it. */
export function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:\/\/\S+$/i.test(text) && isHostOf(url) && url.search === '' && url.hash === ''
}

/** `fetch` refuses such addresses, and browsers show what is secret. */
export function hasNoUser(text: string): boolean {
  const url = URL.parse(text)
  return url === null || url.username + url.password === ''
}

export function isOrigin(text: string): boolean {
  return isWebAddress(text) && hasNoUser(text) && URL.parse(text)?.pathname === '/'
}

/** Where a meeting is joined: a web address whose path or query, not host, has `{id}` in it. */
export function isJoinAddress(text: string): boolean {
  const [url, other] = ['123456789', '987654321'].map((id) => URL.parse(text.replace('{id}', id)))
  if (!text.includes('{id}') || !/^https?:\/\/\S+$/i.test(text) || !url || !hasNoUser(url.href)) return false
  return isHostOf(url) && url.origin === other?.origin
}

/** An address of one of these schemes, whose user and password can be read. */
export function isServerAddress(text: string, scheme: RegExp): boolean {
  const url = URL.parse(text)
  return url !== null && scheme.test(url.protocol) && isHostOf(url) && isReadable(url)
}

/** As the driver reads it: the host may be a socket's folder in `?host=`, and is then left out before the path. */
export function parseDatabaseAddress(text: string): URL | null {
  const read = asDriverReads(text)
  if (!/^postgres(ql)?:\/\//i.test(text) || read === null) return null
  const url = URL.parse(read) ?? URL.parse(read.replace('@/', '@socket/'))
  if (!url || !isReadable(url)) return null
  const isSocket = Boolean(url.searchParams.get('host')) || /^%2f/i.test(url.hostname)
  return isSocket || (URL.canParse(read) && isHostOf(url)) ? url : null
}

/** A % that encodes nothing is itself to pg, but then so are those of `%2F`, though not of `%40`: that can't be meant. */
function asDriverReads(text: string): string | null {
  if (!/%([^a-f0-9]|[a-f0-9][^a-f0-9])/i.test(text)) return text
  return /%(?!\d\d)[a-f0-9]{2}/i.test(text) ? null : text.replace(/%(?!\d\d)/g, '%25')
}

/** What a server can listen on: an address, or the name of one. */
export function isHost(text: string): boolean {
  return isIP(text) !== 0 || (text.length <= 253 && isHostName(text))
}

/** An IP address or a range of them, like 10.0.0.0/8. */
export function isAddressRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32))
}

/** The dot at the end says that a name is whole. */
function isHostOf({ hostname }: URL): boolean {
  return hostname.startsWith('[') || isIP(hostname) !== 0 || isHostName(hostname.replace(/\.$/, ''))
}

/** With underscores too: services of one machine have them. One that ends in a number would be taken for an IP address. */
function isHostName(text: string): boolean {
  const labels = text.split('.')
  return labels.every((label) => /^\w([\w-]{0,61}\w)?$/.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '')
}

function isReadable({ username, password, hostname, pathname }: URL): boolean {
  try {
    for (const part of [username, password, hostname, pathname]) decodeURIComponent(part)
    return true
  } catch {
    return false
  }
}
