/** A typed name as it is compared: one form of each character, one case, single spaces. Nothing is taken out of it. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
