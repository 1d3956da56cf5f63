import { companyReading } from '#lib/connections/company-reading.ts'
import { gotoForCompany } from '#lib/connections/goto-for-company.ts'
import { gotoOfOrganizer } from '#lib/connections/goto-of-organizer.ts'
import { toAppError } from '#lib/errors.ts'
import type { Rows } from '#lib/goto/contract/rows.ts'
import type { GotoUpcomingMeeting } from './upcoming-rows.ts'

export type ReadingSource = 'administrator' | 'organizers'
export type Fetched = Rows<GotoUpcomingMeeting> & { source: ReadingSource }

/**
 * One organizer's planned meetings as GoTo lists them now: with an administrator's grant, else with their own.
 * null: there is no grant to use. @throws the client's AppError
 */
export async function fetchUpcoming(
  organizerKey: string,
  { lane }: { lane: 'interactive' | 'background' },
): Promise<Fetched | null> {
  const { source, connectedOrganizerKeys } = await companyReading()
  if (source === 'administrator') {
    const list = await unlessNotConnected(
      gotoForCompany({ lane }).call('listUpcomingMeetingsByOrganizer', { path: { organizerKey } }),
    )
    if (list) return { ...list, source: 'administrator' }
  }
  if (!connectedOrganizerKeys.includes(organizerKey)) return null
  const own = await gotoOfOrganizer(organizerKey, { lane })
  const list = await unlessNotConnected(own.call('listUpcomingMeetings'))
  return list && { ...list, source: 'organizers' }
}

/** A grant that ends while in use is like none: the next one is tried. */
async function unlessNotConnected<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call
  } catch (thrown) {
    if (toAppError(thrown).code === 'not_connected') return null
    throw thrown
  }
}
