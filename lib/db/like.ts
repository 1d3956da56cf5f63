/** Escapes a text for LIKE: Prisma passes `contains` and `startsWith` to LIKE as they are. */
export function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
