/** Instead of a meeting, on its page and in its waiting room. */
export const missingMeeting =
  'It was cancelled, or you don’t have access to it. If you have a meeting ID, enter it on the home page.'

export const roomInRoom = 'A room cannot be inside another room.'
export const atMostADay = 'A meeting can last at most 24 hours.'

export function tooManyInvited(count: number, most: number): string {
  return `This invites ${count} people, and a meeting can have at most ${most}. Remove ${count - most} of them.`
}

/**
 * What people read when a meeting cannot be planned, changed, joined, hosted or cancelled: what is wrong, what is safe,
 * what to do next. Read them together before adding one; those about a meeting's own state are in `lib/record`. What runs
 * in a browser takes none from here, which would load them all: its own stand above.
 */
export const sentences = {
  notAnOrganizer: 'You are not an organizer in your company’s GoTo account. Ask an administrator to make you one.',
  stillSavingOthers: 'Two of your meetings are being saved right now. Nothing was changed; try again in a moment.',
  notAtGotoYet: 'This meeting is not at GoTo yet. Try again in a moment.',

  unknownPerson: (name = 'this person') =>
    `Foyer doesn’t know ${name}. Remove the name, or invite them by e-mail address.`,
  unknownGroup: 'This group no longer exists. Remove it and invite its people by name.',
  unknownInGroup: 'Foyer does not know everybody in this group. Remove the group and add it again.',
  tooManyInvited,
  organizerLeft: 'One of these people is no longer an organizer. Remove them and try again.',

  roomIsGone: 'This room no longer exists, or it is not yours. Choose another, or none.',
  roomInRoom,
  roomHasNoPassword: 'This room has no password. Change the room, or leave the password out here.',
  notRoomsCoorganizer: 'Only the room’s own co-organizers can start it. Change the room, or leave the others out here.',
  roomIsUsed: (meetings: number) =>
    `${meetings === 1 ? 'One scheduled meeting takes' : `${meetings} scheduled meetings take`} place in this room. Move or cancel what is planned in it first.`,

  stillBeingCreated: 'This meeting is still being created. Check again in a moment.',
  sentBefore:
    'This request was sent before with different content, and that meeting exists or may exist. Nothing was created now; check your meetings, then create this one again.',
  notStoredYet:
    'The meeting exists at GoTo, but Foyer could not save it yet. There’s nothing you need to do: it will appear here by itself.',
  notCreated: 'GoTo does not list this meeting, so it was not created. Nothing is lost; create it again.',
  notListedYet: 'GoTo does not list this meeting yet.',
  listNotReadable: 'GoTo’s list cannot be read completely right now. Check again in a moment.',

  changedAtGoto: 'This meeting has been changed at GoTo. What you typed is kept; look at both, then save again.',
  deletedAtGoto: 'This meeting has been deleted at GoTo. What you typed is kept; create the meeting again from here.',
  unknownType: 'Foyer does not know this type of meeting, so it can only be changed at GoTo. Nothing was changed.',
  staysScheduled: 'A meeting in a room is always scheduled. To change its type, duplicate it.',
  staysInRoom: 'This meeting takes place in a room. To give it a new meeting ID, duplicate it.',
  staysOutOfRoom: 'This meeting has its own meeting ID. To hold it in a room, duplicate it.',
  plannedNotInstant: 'A scheduled meeting can’t become an instant meeting. Use Meet now instead.',
  instantNotRoom: 'An instant meeting cannot become a room. Create a new room instead.',
  roomNotInstant: 'A room cannot become an instant meeting. Use Meet now instead.',

  notAMeetingId: 'This is not a meeting ID.',
  nineDigits: 'Enter nine digits, like 123-456-789.',
  tooEarly: (minutes: number) => `It is too early to join. Come back ${minutes} minutes before the start.`,
  atMostADay,
  alreadyOver: 'This meeting is over.',

  nothingToEnd: 'This meeting is not running, so there is nothing to end.',
  cannotBeOpened:
    'This meeting has been deleted at GoTo, so it can’t be opened. It will leave the list soon; schedule a new one.',
  mayNotStart: 'GoTo no longer lets you start this meeting, or it has been deleted there. Ask its organizer.',

  cancelWhenEnded: 'This meeting is running. It will be cancelled when it has ended.',
  notCancelled: 'This meeting is being changed right now. Nothing was cancelled; try again in a moment.',
  tooLateToUndo:
    'It is too late to undo this: the cancellation has reached GoTo. Schedule the meeting again if you need it.',
} as const
