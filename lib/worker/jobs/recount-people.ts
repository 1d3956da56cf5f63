import { recountPeople } from '#lib/upkeep/recount-people.ts'
import type { ClockJob } from '../job.ts'

export const recountPeopleJob: ClockJob = {
  name: 'recount-people',
  everySeconds: 60,
  run: (actor) => recountPeople(actor),
}
