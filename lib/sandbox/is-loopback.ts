/** Whether a connection comes from this machine, by IPv4, IPv6, or IPv4 as IPv6 writes it. */
export function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address ?? '')
}
