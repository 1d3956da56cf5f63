/**
 * An address for comparison: one plain `local@domain`, in lower case, the domain as mail servers write it. null for
 * everything else: an address two programs could read differently must never join two people.
 */
export function normalizeEmail(text: string | null | undefined): string | null {
  const [local = '', domain = '', ...more] = (text ?? '').trim().split('@')
  if (more.length > 0) return null
  const email = `${inLowerCase(local)}@${asciiDomain(domain) ?? ''}`
  return plain.test(email) && email.length <= 254 ? email : null
}

/**
 * The same without validation: equal for two addresses exactly where they are one. For what was only typed or is only
 * shown and looked up; it proves nothing.
 */
export function lowerEmail(text: string): string {
  return normalizeEmail(text) ?? inLowerCase(text.trim())
}

/** Why nobody can be invited by this address, in a sentence that names it; null: they can. */
export function whyNotEmail(text: string): string | null {
  const typed = text.trim()
  const named = `“${typed.length > 60 ? `${typed.slice(0, 60)}…` : typed}”`
  const shape = `${named} isn’t an e-mail address. Write it like name@example.com.`
  const [local = '', domain = '', ...more] = typed.split('@')
  if (local === '' || domain === '' || more.length > 0 || /[\s<>()[\],;:\\"]/.test(typed)) return shape
  const odd = [...local].find((sign) => !plainSign.test(sign))
  if (odd) return `${named} can’t be invited: many mail servers refuse “${odd}” before the @. Ask for another address.`
  if (/^\.|\.\.|\.$/.test(local))
    return `${named} isn’t an e-mail address: before the @, dots stand only between letters.`
  if (asciiDomain(domain) === null)
    return `${named} can’t be invited: “${domain}” has letters that look like others. Write the domain beginning with xn--.`
  if (!domain.includes('.')) return `${named} lacks the end of its domain. Write it like name@example.com.`
  return normalizeEmail(typed) === null ? shape : null
}

/**
 * Exactly one @, and on both sides only what every mail program reads alike. No other letters before the @: few mail
 * servers take them, and they can look like ours.
 */
const plain = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/
const plainSign = /[a-z0-9!#$%&'*+/=?^_`{|}~.-]/i

/**
 * `müller.example` as mail servers have it: `xn--mller-kva.example` (decision 023). null: it has letters of another
 * script, or some that turn into others.
 */
function asciiDomain(domain: string): string | null {
  if (/^\p{ASCII}*$/u.test(domain)) return domain.toLowerCase()
  if (!/^[\p{Script=Latin}\p{Mn}0-9.-]+$/u.test(domain) || !staysItself(domain)) return null
  const address = `http://${domain.normalize('NFC')}`
  return URL.canParse(address) ? new URL(address).hostname : null
}

/** The Kelvin sign is no k, and a dotted capital I no i. */
function inLowerCase(text: string): string {
  if (staysItself(text)) return text.normalize('NFC').toLowerCase()
  return [...text].map((sign) => (staysItself(sign) ? sign.toLowerCase() : sign)).join('')
}

/** Whether folding changes nothing but its case. */
function staysItself(text: string): boolean {
  return [...text].every((sign) => sign.normalize('NFKC') === sign && [...sign.toLowerCase()].length === 1)
}
