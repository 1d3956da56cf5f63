import type { Metadata } from 'next'
import { connection } from 'next/server'
import { GroupsPage } from '#components/admin/groups-page.tsx'

export const metadata: Metadata = { title: 'Groups · Admin' }

export default async function Groups() {
  await connection()
  return <GroupsPage />
}
