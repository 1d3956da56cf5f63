/** Why the list isn't the whole company's. */
export function notLentSentence(source: 'organizers' | 'none'): string {
  return source === 'organizers'
    ? 'No administrator lends a GoTo connection, so only organizers who connected GoTo themselves are up to date. Other meetings are shown as last read.'
    : 'No administrator lends a GoTo connection and no organizer is connected, so nothing is read from GoTo.'
}
