import { lowerEmail, whyNotEmail } from '#lib/email.ts'

export type PastedGuest = { name: string; email: string }
/** `others`: what holds no address that can be invited, as typed: mostly names. */
export type PastedGuests = { guests: PastedGuest[]; others: string[] }

/**
 * A list as people paste it from mail or a sheet: `Ann <ann@x.org>; bob@x.org, "Doe, Jo" <jo@x.org>`, one per line or
 * between commas and semicolons, or a sheet’s rows. Every address once, however it is spelt.
 */
export function parseGuests(text: string): PastedGuests {
  const guests = new Map<string, PastedGuest>()
  const others = new Set<string>()
  for (const entry of entriesOf(text)) {
    const guest = readGuest(entry)
    if (!guest || whyNotEmail(guest.email) !== null) others.add(entry)
    else if (!guests.has(lowerEmail(guest.email))) guests.set(lowerEmail(guest.email), guest)
  }
  return { guests: [...guests.values()], others: [...others] }
}

/** Why an entry with an address in it cannot be invited, in a sentence. null: it has none, so it is a name. */
export function whyNotRead(entry: string): string | null {
  if (!entry.includes('@')) return null
  return whyNotEmail(readGuest(entry)?.email ?? entry)
}

/** The same of what is being typed, once it has come to its domain: before that it is only incomplete. */
export function whyNotTyped(text: string): string | null {
  if (!/@[^\s@]+\.[^\s@.]{2,}$/.test(text.trim())) return null
  return parseGuests(text).others.flatMap((entry) => whyNotRead(entry) ?? [])[0] ?? null
}

/** Enough for a name and an address; anything longer is no entry, so the patterns never backtrack over it. */
const longestEntry = 400

/** What may be meant as an address; whether it is one, `lib/email.ts` knows. */
const address = /[^\s<>"(),;:@[\]]+@[^\s<>"'(),;:@[\]]+/
const alone = new RegExp(`^[<']?(?:mailto:)?(${address.source})[>']?$`, 'i')
const withName = new RegExp(`^(.*?)\\s*[<(\\t ]'?(?:mailto:)?(${address.source})'?[>)]?$`, 'is')

function readGuest(entry: string): PastedGuest | null {
  if (entry.length > longestEntry) return null
  const bare = alone.exec(entry)
  if (bare?.[1]) return { name: '', email: asWritten(bare[1]) }
  const [, name = '', email] = withName.exec(entry) ?? []
  return email && !name.includes('@') ? { name: unquoted(name), email: asWritten(email) } : null
}

/** Ends of sentences are pasted along, and word processors turn the apostrophe of o'brien@x.org around. */
function asWritten(email: string): string {
  return email.replace(/\.$/, '').replaceAll('’', "'")
}

/** Splits at separators outside quotes; `Doe, Jo <jo@x.org>` is one entry, since only its end has an address. */
function entriesOf(text: string): string[] {
  const entries: string[] = []
  for (const line of text.split(/[;\r\n]+/)) {
    if (!line.includes('@')) {
      entries.push(...namesOf(line))
      continue
    }
    if (line.includes('\t')) {
      entries.push(...rowOf(line))
      continue
    }
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

/** `Reyes, Dana` may be one person or two: who knows them decides. */
function namesOf(line: string): string[] {
  const parts = line.split(/[,\t]/).filter((part) => part.trim() !== '')
  return parts.length === 2 ? [line.trim()] : parts.map((part) => unquoted(part))
}

/** A row of a sheet: one person with an address somewhere, or several side by side. */
function rowOf(line: string): string[] {
  const cells = line
    .split('\t')
    .map(unquoted)
    .filter((cell) => cell !== '')
  const isAddress = (cell: string | undefined) => cell !== undefined && cell.length <= longestEntry && alone.test(cell)
  const addresses = cells.filter(isAddress)
  if (addresses.length === 0) return cells
  if (addresses.length === 1) {
    const names = cells.slice(0, cells.findIndex(isAddress))
    const isInParts = names.every((name) => !name.includes(' '))
    return [`${isInParts ? names.join(' ') : names[0]} ${addresses[0]}`.trim()]
  }
  return cells.flatMap((cell, nth) => {
    if (!isAddress(cell)) return isAddress(cells[nth + 1]) ? [] : [cell]
    const before = cells[nth - 1]
    return [before !== undefined && !isAddress(before) ? `${before} ${cell}` : cell]
  })
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
