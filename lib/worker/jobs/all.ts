import type { Job } from '../job.ts'
import { captureSessionsJob } from './capture-sessions.ts'
import { checkRolesJob } from './check-roles.ts'
import { deleteCancelledJob } from './delete-cancelled.ts'
import { forgetOldRecordsJob } from './forget-old-records.ts'
import { healCreationsJob } from './heal-creations.ts'
import { onGrantKept } from './on-grant-kept.ts'
import { onGrantLent } from './on-grant-lent.ts'
import { onHistoryAsked } from './on-history-asked.ts'
import { onMeetingCancelAsked } from './on-meeting-cancel-asked.ts'
import { onRoomEnded } from './on-room-ended.ts'
import { onStartPressed } from './on-start-pressed.ts'
import { onSyncRequested } from './on-sync-requested.ts'
import { readActiveJob } from './read-active.ts'
import { readMeetingsJob } from './read-meetings.ts'
import { readOrganizersJob } from './read-organizers.ts'
import { recountPeopleJob } from './recount-people.ts'
import { resumeCancellationsJob } from './resume-cancellations.ts'

export const jobs: Job[] = [
  readOrganizersJob,
  readMeetingsJob,
  readActiveJob,
  captureSessionsJob,
  checkRolesJob,
  deleteCancelledJob,
  forgetOldRecordsJob,
  healCreationsJob,
  onGrantKept,
  onGrantLent,
  onMeetingCancelAsked,
  ...onStartPressed,
  onHistoryAsked,
  onRoomEnded,
  onSyncRequested,
  recountPeopleJob,
  resumeCancellationsJob,
]
