import type { Metadata } from 'next'
import { connection } from 'next/server'
import { PeoplePage } from '#components/admin/people-page.tsx'

export const metadata: Metadata = { title: 'People · Admin' }

export default async function People() {
  await connection()
  return <PeoplePage />
}
