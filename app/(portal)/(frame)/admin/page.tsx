import type { Metadata } from 'next'
import { connection } from 'next/server'
import { CompanyPage } from '#components/admin/company-page.tsx'

export const metadata: Metadata = { title: 'Admin' }

export default async function Admin() {
  await connection()
  return <CompanyPage />
}
