/** What people read when the policy refuses them, by action, and when a session of theirs is over. */
export const sentences = {
  refusals: {
    'connection.lend': 'Only an administrator can lend a GoTo connection to the company.',
    'announcement.edit': 'Only an administrator can change the company message.',
    'settings.read': 'Only an administrator can see Foyer’s settings.',
    'settings.edit': 'Only an administrator can change Foyer’s settings.',
    'audit.read': 'Only an administrator can read the audit log.',
    'sync.read': 'Only an administrator can see how reading GoTo is going.',
    'sync.start': 'Only an administrator can start reading GoTo.',
    'managers.edit': 'Only an administrator can choose who manages a group.',
    'people.manage': 'Only an administrator can see and change who may use Foyer.',
    'meeting.create': 'Only organizers can schedule meetings. Connect your GoTo account in Settings first.',
    'meeting.attendees': 'Only the organizer, their manager or an administrator can see who pressed Join.',
    'meeting.start': 'Only the organizer and the co-organizers can start this meeting.',
    'meeting.edit': 'Only the organizer can change this meeting.',
    'meeting.cancel': 'Only the organizer can cancel this meeting.',
    'history.list': 'You have no past meetings: you organize none at GoTo and manage no group.',
    'token.manage': 'Only an administrator can see everybody’s API tokens.',
    'history.read': 'You can see only your own past sessions and those of groups you manage.',
  },
  refused: 'You are not allowed to do this. Ask a Foyer administrator who is.',
  outOfScope: (scope: string) =>
    `This API token lacks the scope ${scope}, which this needs. Create a token that has it.`,
  notForTokens: 'API tokens can’t do this, whatever their scopes. Sign in to Foyer and do it there.',
  sessionOver: 'This session has already ended.',
} as const
