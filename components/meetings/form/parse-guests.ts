import { lowerEmail } from '#lib/email.ts'

export type PastedGuest = { name: string; email: string }
/** `rest`: what couldn't be read, as typed. */
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
    if (!guest) unread.push(entry)
    else if (!guests.has(lowerEmail(guest.email))) guests.set(lowerEmail(guest.email), guest)
  }
  return { guests: [...guests.values()], rest: unread.join(', ') }
}

/** Enough for a name and an address; anything longer is no entry, so the patterns never backtrack over it. */
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

/** Splits at separators outside quotes; `Doe, Jo <jo@x.org>` is one entry, since only its end has an address. */
function entriesOf(text: string): string[] {
  const entries: string[] = []
  for (const line of text.split(/[;\r\n]+/)) {
    let surname = ''
    for (const part of line.match(/(?:"[^"]*"|[^,"]|")+/g) ?? []) {
      if (surname && isNameInFront(part)) entries.push(`${surname},${part}`.trim())
      else entries.push(surname.trim(), ...(isName(part) ? [] : [part.trim()]))
      surname = isName(part) ? part : ''
    }
    entries.push(surname.trim())
  }
  return entries.flatMap(severalOf).filter((entry) => entry !== '')
}

function isName(part: string): boolean {
  return part.length <= longestEntry && /^[^\d@<>]+$/.test(part)
}

/** ` Jo <jo@x.org>`. Only with brackets can the part before the comma belong to the same person. */
function isNameInFront(part: string): boolean {
  const bracket = part.indexOf('<')
  return (
    part.includes('@', bracket) && part.slice(0, Math.max(0, bracket)).trim() !== '' && isName(part.slice(0, bracket))
  )
}

/** Addresses separated by nothing but spaces. */
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
