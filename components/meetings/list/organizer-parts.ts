/** What Home shows only to organizers, loaded as one. */
export { OrganizerPress } from '#components/meetings/act/organizer-press.tsx'
export { LastMeeting } from './last-meeting.tsx'
