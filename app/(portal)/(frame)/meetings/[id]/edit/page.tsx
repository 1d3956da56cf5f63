import type { Metadata } from 'next'
import { connection } from 'next/server'
import { EditMeeting } from '#components/meetings/form/edit-meeting.tsx'

export const metadata: Metadata = { title: 'Edit meeting' }

export default async function EditMeetingPage({ params }: { params: Promise<{ id: string }> }) {
  await connection()
  return <EditMeeting id={(await params).id} />
}
