import type { Metadata } from 'next'
import { connection } from 'next/server'
import { ReadingPage } from '#components/admin/reading-page.tsx'

export const metadata: Metadata = { title: 'Reading · Admin' }

export default async function Reading() {
  await connection()
  return <ReadingPage />
}
