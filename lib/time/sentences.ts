/** What is wrong with a time, a period or a zone, wherever one is entered. */
export const timeSentences = {
  notATime: 'Enter a date and a time.',
  notAZone: 'This is not a time zone. Enter one like Europe/Berlin.',
  endsBeforeStart: 'The end must be after the start.',
  startIsPast: 'This start is in the past. Choose a future time.',
  endIsPast: 'This end is in the past. Choose a future time.',
} as const
