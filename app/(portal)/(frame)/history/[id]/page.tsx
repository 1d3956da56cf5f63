import type { Metadata } from 'next'
import { connection } from 'next/server'
import { ReportPage } from '#components/history/report/report-page.tsx'

export const metadata: Metadata = { title: 'Attendance report' }

export default async function AttendanceReport({ params }: { params: Promise<{ id: string }> }) {
  await connection()
  const { id } = await params
  // Another session of the same room is another report: nothing opened or marked here belongs to it.
  return <ReportPage key={id} id={id} />
}
