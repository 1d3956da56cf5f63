/** What people call a page, a section of Settings or a command when they don't know its name here. */
const otherWords: Record<string, readonly string[]> = {
  Home: ['start', 'today', 'now', 'dashboard', 'overview'],
  Meetings: ['my', 'calendar', 'agenda', 'schedule', 'upcoming', 'planned', 'invitations', 'rooms', 'events'],
  History: [
    ...['reports', 'attendance', 'attendees', 'participants', 'who came', 'past', 'previous', 'ended', 'log'],
    ...['statistics', 'stats', 'analytics', 'export', 'download', 'csv', 'excel', 'spreadsheet'],
  ],
  Settings: ['preferences', 'options', 'configuration', 'profile', 'account'],
  Admin: ['administration', 'administrator', 'management', 'manage', 'company settings', 'console', 'control panel'],
  'GoTo connection': ['connect', 'reconnect', 'disconnect', 'link', 'account', 'gotomeeting', 'integration'],
  Sessions: ['devices', 'browsers', 'security', 'signed in', 'log off everywhere', 'log out', 'sign out'],
  Appearance: ['theme', 'dark', 'light', 'mode', 'night', 'colours', 'colors', 'design', 'display'],
  'Time zone and clock': ['timezone', 'hours', '12', '24', 'am', 'pm', 'format', 'locale', 'region', 'local'],
  'API tokens': ['developer', 'integration', 'keys', 'secrets', 'bearer', 'programs', 'scripts', 'rest', 'credentials'],
  Keyboard: ['shortcuts', 'keys', 'hotkeys', 'accessibility'],
  'Company message': ['announcement', 'banner', 'news', 'notice', 'broadcast'],
  'Lent connections': ['lend', 'lending', 'grants', 'access'],
  'Group managers': ['teams', 'leads', 'permissions', 'rights', 'roles', 'access'],
  People: ['users', 'employees', 'accounts', 'members', 'staff', 'directory', 'disable', 'enable'],
  Visibility: ['privacy', 'private', 'public', 'hidden', 'confidential', 'who can see', 'access'],
  'Reading from GoTo': ['sync', 'synchronization', 'refresh', 'import', 'update', 'status', 'health'],
  'Everybody’s API tokens': [
    ...['developer', 'integrations', 'keys', 'secrets', 'bearer', 'programs', 'credentials'],
    ...['service accounts', 'bots', 'access', 'revoke', 'all tokens'],
  ],
  'Light theme': ['appearance', 'mode', 'bright', 'day', 'white'],
  'Dark theme': ['appearance', 'mode', 'night', 'black'],
  'System theme': ['appearance', 'mode', 'automatic', 'default'],
  'Keyboard shortcuts': ['help', 'support', 'keys', 'hotkeys'],
  'Log off': ['log out', 'logout', 'logoff', 'sign out', 'sign off', 'signout', 'exit', 'quit', 'leave'],
}

export function otherWordsFor(name: string): string[] {
  return [...(otherWords[name] ?? [])]
}
