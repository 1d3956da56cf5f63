/** A text as LIKE takes it literally: Prisma hands `contains` and `startsWith` to LIKE as they are. */
export function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}
