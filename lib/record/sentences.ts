/** What people read when a meeting's own state is in the way: what is wrong, what is safe, what to do next. */
export const sentences = {
  notFound: 'This meeting doesn’t exist, or you don’t have access to it.',
  beingChanged: 'This meeting is being changed right now. What you typed is kept; try again in a moment.',
  changed: 'This meeting has been changed. What you typed is kept; look at both, then save again.',
  beingCancelled: 'This meeting is being cancelled. Its organizer can still undo that.',
  isRunning: 'This meeting is running. End it first, then cancel it.',
  hasTakenPlace: 'This meeting has taken place, so there is nothing to cancel.',
  roomCancelled: 'This room has been cancelled. Choose another, or none, and save again.',
  roomBeingChanged: 'This room is being changed right now. Nothing is lost; save again in a moment.',
} as const
