/** A typed name for comparison: one form of each character, one case, single spaces. Nothing is removed. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
