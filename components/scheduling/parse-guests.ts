export type PastedGuest = { name: string; email: string }
/** `rest`: what could not be read, as it was typed. */
export type PastedGuests = { guests: PastedGuest[]; rest: string }

/**
 * A list as people paste it from mail or a sheet: `Ann <ann@x.org>; bob@x.org, "Doe, Jo" <jo@x.org>`, one per line or
 * between commas and semicolons. Every address once, whatever its case.
 */
export function parseGuests(text: string): PastedGuests {
  const guests = new Map<string, PastedGuest>()
  const unread: string[] = []
  for (const entry of entriesOf(text)) {
    const guest = readGuest(entry)
    if (guest) guests.set(guest.email.toLowerCase(), guests.get(guest.email.toLowerCase()) ?? guest)
    else unread.push(entry)
  }
  return { guests: [...guests.values()], rest: unread.join(', ') }
}

/** A name and an address have room in this; what is longer is no entry, and no pattern tries its characters again and again. */
const longestEntry = 400

const address = /[^\s<>"'(),;:@[\]]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+/i
const alone = new RegExp(`^<?(?:mailto:)?(${address.source})>?$`, 'i')
const withName = new RegExp(`^(.*?)\\s*[<(\\t ](?:mailto:)?(${address.source})[>)]?$`, 'is')

function readGuest(entry: string): PastedGuest | null {
  if (entry.length > longestEntry) return null
  const bare = alone.exec(entry)
  if (bare?.[1]) return { name: '', email: bare[1] }
  const [, name = '', email] = withName.exec(entry) ?? []
  return email && !name.includes('@') ? { name: unquoted(name), email } : null
}

/** At separators that are not within quotes; `Doe, Jo <jo@x.org>` is one entry, as only its end has an address. */
function entriesOf(text: string): string[] {
  const entries: string[] = []
  for (const line of text.split(/[;\r\n]+/)) {
    let waiting = ''
    for (const part of line.match(/(?:"[^"]*"|[^,"]|")+/g) ?? []) {
      const entry = waiting ? `${waiting},${part}` : part
      // A name with a comma waits for its address.
      const isName = entry.length <= longestEntry && !entry.includes('@') && /^[^\d@]+$/.test(entry)
      waiting = isName ? entry : ''
      if (!isName) entries.push(entry.trim())
    }
    if (waiting) entries.push(waiting.trim())
  }
  return entries.flatMap(severalOf).filter((entry) => entry !== '')
}

/** Addresses with nothing but spaces between them. */
function severalOf(entry: string): string[] {
  const words = entry.split(/\s+/)
  return words.length > 1 && words.every((word) => word.length <= longestEntry && alone.test(word)) ? words : [entry]
}

function unquoted(name: string): string {
  return name
    .trim()
    .replace(/^["']|["']$/g, '')
    .trim()
}
