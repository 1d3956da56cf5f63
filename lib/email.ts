/**
 * An address for comparison: one plain `local@domain`, in lower case. null for everything else: an address two programs
 * could read differently must never join two people.
 */
export function normalizeEmail(text: string | null | undefined): string | null {
  const email = lowerEmail(text ?? '')
  return plain.test(email) && email.length <= 254 ? email : null
}

/**
 * The same without validation: equal for two addresses exactly where they are one. For what was only typed or is only
 * shown and looked up; it proves nothing.
 */
export function lowerEmail(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}

/**
 * Exactly one @, and on both sides only what every mail program reads alike. No other scripts: their letters can look
 * like ours.
 */
const plain = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/
