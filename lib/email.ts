/**
 * An address for comparison: one plain `local@domain`, in lower case, the domain as mail servers write it. null for
 * everything else: an address two programs could read differently must never join two people.
 */
export function normalizeEmail(text: string | null | undefined): string | null {
  const [local = '', domain = '', ...more] = (text ?? '').trim().split('@')
  if (more.length > 0) return null
  const name = inLowerCase(local)
  const email = `${name}@${asciiDomain(domain) ?? ''}`
  const isRight = plain.test(name) && name.length <= mostBeforeAt && isServer(domain) && email.length <= 254
  return isRight ? email : null
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
  if (local.length > mostBeforeAt)
    return `${named} isn’t an e-mail address: at most ${mostBeforeAt} characters stand before the @.`
  if (!isServer(domain)) return `${named} isn’t an e-mail address: no mail server can have the name after the @.`
  if (!domain.includes('.')) return `${named} lacks the end of its domain. Write it like name@example.com.`
  return normalizeEmail(typed) === null ? shape : null
}

/**
 * Before the @ only what every mail program reads alike. No other letters: few mail servers take them, and they can look
 * like ours.
 */
const plain = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+$/
/** RFC 5321 4.5.3.1. */
const mostBeforeAt = 64
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

/** Whether a server can be called so, as typed and as mail servers write it. One that ends in a number is an IP address. */
function isServer(domain: string): boolean {
  const ascii = asciiDomain(domain) ?? ''
  const labels = ascii.split('.')
  if (!labels.every((label) => /^[a-z0-9-]{1,63}$/.test(label)) || /^\d+$/.test(labels.at(-1) ?? '')) return false
  if (/(^|\.)-|-(\.|$)/.test(`${domain}.${ascii}`)) return false
  // What stands behind xn-- has to mean letters; some look only where a letter is none of ASCII.
  return !ascii.includes('xn--') || URL.canParse(`http://ü.${ascii}`)
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
