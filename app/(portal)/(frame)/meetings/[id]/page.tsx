import type { Metadata } from 'next'
import { connection } from 'next/server'
import { MeetingPage } from '#components/meetings/page/meeting-page.tsx'

export const metadata: Metadata = { title: 'Meeting' }

export default async function OneMeeting({ params }: { params: Promise<{ id: string }> }) {
  await connection()
  return <MeetingPage id={(await params).id} />
}
