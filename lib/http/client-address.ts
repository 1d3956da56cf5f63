import { BlockList, isIP } from 'node:net'

/**
 * The client's address: the socket's, unless that is a trusted proxy; then the rightmost forwarded address that is not
 * a trusted proxy's. `trusted` holds addresses and ranges (`10.0.0.0/8`). A hop that can't be read ends the way back:
 * what stands before it was written by whoever that is. IPv4 inside IPv6 is IPv4.
 */
export function clientAddress(
  socketAddress: string,
  forwardedFor: string | string[] | undefined,
  trusted: string[],
): string {
  const proxies = blockList(trusted)
  const hops = [forwardedFor ?? []].flat().join(',').split(',').map(bare)
  let address = bare(socketAddress)
  while (isTrusted(proxies, address)) {
    const previous = hops.pop() ?? ''
    if (isIP(previous) === 0) break
    address = previous
  }
  return asIpv4(address)
}

/** What one client has: an IPv4 address, or the 2^64 IPv6 addresses that a provider gives to each line. */
export function networkOf(address: string): string {
  const plain = asIpv4(address)
  if (isIP(plain) !== 6) return plain
  const groups = groupsOf(plain)
  // The prefix of an own translator (RFC 8215): behind it, every address is an IPv4 client.
  const isTranslated = groups.slice(0, 3).join(':') === '64:ff9b:1'
  return groups.slice(0, isTranslated ? 8 : 4).join(':')
}

/** Before these 32 bits: dual-stack sockets and proxies, translation (RFC 6052), and its older prefix (RFC 2765). */
const translations = ['0:0:0:0:0:ffff', '64:ff9b:0:0:0:0', '0:0:0:0:ffff:0']

/** The IPv4 address that one of IPv6 stands for, however it is written; any other as it is. */
function asIpv4(address: string): string {
  if (isIP(address) !== 6) return address
  const groups = groupsOf(address)
  if (!translations.includes(groups.slice(0, 6).join(':'))) return address
  const numbers = groups.slice(6).map((group) => Number.parseInt(group, 16))
  return numbers.flatMap((number) => [number >> 8, number & 255]).join('.')
}

/** The eight groups of an IPv6 address, without leading zeros and without the zone of a link (`%eth0`). */
function groupsOf(address: string): string[] {
  const written = new URL(`http://[${address.replace(/%.*/, '')}]`).hostname.slice(1, -1)
  const [head = [], tail = []] = written.split('::').map((part) => part.split(':').filter(Boolean))
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail]
}

const lists = new Map<string, BlockList>()

function blockList(trusted: string[]): BlockList {
  const key = trusted.join()
  const known = lists.get(key)
  if (known) return known
  const list = new BlockList()
  for (const entry of trusted) {
    const [address = '', bits] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits) list.addSubnet(address, Number(bits), family)
    else list.addAddress(address, family)
  }
  lists.set(key, list)
  return list
}

/** By either of its addresses: a range that covers translated ones is not one of IPv4. */
function isTrusted(proxies: BlockList, address: string): boolean {
  return [address, asIpv4(address)].some((each) => proxies.check(each, isIP(each) === 6 ? 'ipv6' : 'ipv4'))
}

/** Without the port and brackets that some proxies write. */
function bare(hop: string): string {
  const [, bracketed, v4] = /^"?(?:\[([^\]]*)\](?::\d+)?|(\d+(?:\.\d+){3}):\d+)"?$/.exec(hop.trim()) ?? []
  return bracketed ?? v4 ?? hop.trim()
}
