import { z } from 'zod'
import { route } from '#lib/http/route.ts'
import { getJoinState } from '#lib/meetings/join/get-join-state.ts'
import { joinMeeting } from '#lib/meetings/join/join-meeting.ts'

const params = z.object({ id: z.uuid() })

export const GET = route({ params, run: ({ actor, params: { id } }) => getJoinState(actor, id) })

export const POST = route({ params, run: ({ actor, params: { id } }) => joinMeeting(actor, id) })
