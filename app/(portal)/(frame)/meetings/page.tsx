import type { Metadata } from 'next'
import { connection } from 'next/server'
import { MyMeetings } from '#components/meetings/list/my-meetings.tsx'

export const metadata: Metadata = { title: 'Meetings' }

export default async function MeetingsPage() {
  await connection()
  return <MyMeetings />
}
