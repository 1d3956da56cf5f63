/** Of a filter that the server refused, or that names what is gone. */
export function unusableFilter(fields: Record<string, string>): string {
  if ('organizer' in fields) return 'This organizer no longer exists'
  if ('group' in fields) return 'This group no longer exists'
  return 'This filter isn’t valid'
}
