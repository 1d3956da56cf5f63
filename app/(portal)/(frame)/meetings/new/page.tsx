import type { Metadata } from 'next'
import { connection } from 'next/server'
import { NewMeeting } from '#components/meetings/form/new-meeting.tsx'

export const metadata: Metadata = { title: 'New meeting' }

export default async function NewMeetingPage() {
  await connection()
  return <NewMeeting />
}
