/** Where a sign-in leads back to: a page of ours, whatever was asked for. */
export function returnAddress(asked: string, baseUrl: string): string {
  // Browsers read backslashes as slashes and skip control characters: nothing that needs such reading is ours.
  if (/[\\\p{Cc}]/u.test(asked) || !isPlain(asked, baseUrl)) return baseUrl
  const address = URL.parse(asked, baseUrl)
  if (address?.origin !== new URL(baseUrl).origin || address.username || address.password) return baseUrl
  return address.pathname.startsWith('/api/')
    ? baseUrl
    : `${baseUrl}${address.pathname}${address.search}${address.hash}`
}

/** A path of one leading slash, or our own address in full: other spellings may mean something else to another parser. */
function isPlain(asked: string, baseUrl: string): boolean {
  return asked === baseUrl || asked.startsWith(`${baseUrl}/`) || /^\/(?!\/)/.test(asked)
}
