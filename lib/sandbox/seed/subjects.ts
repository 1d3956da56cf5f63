import type { GroupName } from './company.ts'
import { guestFirms } from './names.ts'
import type { Random } from './random.ts'

const firms = guestFirms.map(({ name }) => name)

const repeated: Record<GroupName, readonly string[]> = {
  Sales: ['Pipeline review', 'Forecast call', 'Deal desk', 'Sales stand-up', 'Partner sync', 'Renewals round'],
  'Customer Care': ['Escalation round', 'Onboarding clinic', 'Care stand-up', 'Known issues weekly'],
  Engineering: ['Sprint planning', 'Architecture forum', 'Release go / no-go', 'Incident review'],
  Marketing: ['Campaign weekly', 'Content calendar', 'Brand round table'],
  Product: ['Roadmap review', 'Discovery sync', 'Design critique'],
  Finance: ['Month-end close', 'Budget check-in', 'Invoice clarification'],
  People: ['HR benefits meeting', 'Recruiting sync', 'New hire welcome'],
  IT: ['Change advisory board', 'Service desk round', 'Security stand-up'],
}

const single: Record<GroupName, readonly string[]> = {
  Sales: ['Customer demo: {firm}', '{firm}: contract questions', 'Kick-off with {firm}', 'Offer walk-through, {firm}'],
  'Customer Care': ['{firm}: ticket review', 'Product training for {firm}', 'Health check {firm}'],
  Engineering: ['Technical deep dive {firm}', 'Migration rehearsal', 'Post-mortem'],
  Marketing: ['Webinar rehearsal', 'Case study interview, {firm}', 'Agency briefing'],
  Product: ['Customer interview {firm}', 'Beta feedback &lt;round two&gt;', 'Pricing workshop'],
  Finance: ['Audit preparation', 'Payment terms {firm}', 'Travel policy Q&A'],
  People: ['Interview: product designer', 'Benefits week: questions', 'Return to work talk'],
  IT: ['Laptop roll-out', 'VPN troubleshooting', 'Vendor call {firm}'],
}

const offHours = ['Follow-the-sun handover', 'Night bridge', 'Maintenance window', 'On-call watch', 'Release watch']

/** A title that recurs every week. */
export function seriesSubject(group: GroupName, random: Random): string {
  return random.pick(repeated[group])
}

export function singleSubject(group: GroupName, random: Random): string {
  return random.pick(single[group]).replace('{firm}', random.pick(firms))
}

/** For nights and weekends, when no planned meeting runs. */
export function offHoursSubject(random: Random): string {
  return random.pick(offHours)
}

export function roomSubject(group: GroupName, lastName: string, random: Random): string {
  return random.pick([`${group} room`, `${group} office hours`, `${lastName}: open door`])
}
