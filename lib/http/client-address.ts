import { BlockList, isIP } from 'node:net'

/**
 * The client's address: the socket's, unless that is a trusted proxy; then the rightmost forwarded address that is not
 * a trusted proxy's. `trusted` holds addresses and ranges (`10.0.0.0/8`). A hop that can't be read ends the way back:
 * what stands before it was written by whoever that is.
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
  return address
}

/** What one client has: an IPv4 address, or the 2^64 IPv6 addresses that a provider gives to each line. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter(Boolean))
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  const network = [...head, ...(address.includes('::') ? zeros : []), ...tail].slice(0, 4)
  return network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')
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

function isTrusted(proxies: BlockList, address: string): boolean {
  return proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** Without the port and brackets that some proxies write, and without the IPv6 wrapping of dual-stack sockets. */
function bare(hop: string): string {
  const [, bracketed, v4] = /^"?(?:\[([^\]]*)\](?::\d+)?|(\d+(?:\.\d+){3}):\d+)"?$/.exec(hop.trim()) ?? []
  return (bracketed ?? v4 ?? hop.trim()).replace(/^::ffff:(?=\d+\.)/i, '')
}
