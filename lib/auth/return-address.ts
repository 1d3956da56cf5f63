/** Where a sign-in returns to: always a page of ours. */
export function returnAddress(asked: string, baseUrl: string): string {
  // Browsers read backslashes as slashes and skip control characters: no address of ours needs that.
  if (/[\\\p{Cc}]/u.test(asked) || !isPlain(asked, baseUrl)) return baseUrl
  const address = URL.parse(asked, baseUrl)
  if (address?.origin !== new URL(baseUrl).origin || address.username || address.password) return baseUrl
  // `/.//elsewhere` is this path once its dots are taken out, and another site where only the path is kept.
  return /^\/(api\/|\/|sign-in$)/.test(address.pathname)
    ? baseUrl
    : `${baseUrl}${address.pathname}${address.search}${address.hash}`
}

/** A path of one leading slash, or our own address in full: another parser may read other spellings differently. */
function isPlain(asked: string, baseUrl: string): boolean {
  return asked === baseUrl || asked.startsWith(`${baseUrl}/`) || /^\/(?!\/)/.test(asked)
}
