/** Whether a connection comes from this machine, over IPv4, IPv6, or IPv4 written as IPv6. */
export function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address ?? '')
}
