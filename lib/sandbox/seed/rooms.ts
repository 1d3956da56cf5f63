import type { Company, GroupName, SeedOrganizer } from './company.ts'
import { randomFor } from './random.ts'
import { roomSubject } from './subjects.ts'

/** A recurring meeting: one ID, used repeatedly (goto-api.md 9.3). `room` is the owner's place in the company. */
export type Room = { room: number; organizer: SeedOrganizer; subject: string; audio: string; createdAt: number }

export function makeRooms(company: Company, owners: SeedOrganizer[]): Map<number, Room> {
  return new Map(
    owners.map((organizer) => {
      const room = company.organizers.indexOf(organizer)
      const random = randomFor('room', organizer.email)
      const group = company.groups.find(({ key }) => key === organizer.groupKey)?.name as GroupName
      const createdAt = Date.UTC(2023, random.int(0, 11), random.int(1, 28), random.int(7, 15), 15 * random.int(0, 3))
      const subject = roomSubject(group, organizer.lastName, random)
      return [room, { room, organizer, subject, audio: 'Hybrid', createdAt }]
    }),
  )
}
