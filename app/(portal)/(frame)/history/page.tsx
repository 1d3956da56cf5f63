import type { Metadata } from 'next'
import { connection } from 'next/server'
import { HistoryPage } from '#components/history/list/history-page.tsx'

export const metadata: Metadata = { title: 'History' }

export default async function History() {
  await connection()
  return <HistoryPage />
}
