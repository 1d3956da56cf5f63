import type { Metadata } from 'next'
import { connection } from 'next/server'
import { SettingsPage } from '#components/settings/settings-page.tsx'

export const metadata: Metadata = { title: 'Settings' }

export default async function Settings() {
  await connection()
  return <SettingsPage />
}
