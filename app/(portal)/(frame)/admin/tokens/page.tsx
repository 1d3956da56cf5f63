import type { Metadata } from 'next'
import { connection } from 'next/server'
import { TokensPage } from '#components/admin/tokens-page.tsx'

export const metadata: Metadata = { title: 'API tokens · Admin' }

export default async function Tokens() {
  await connection()
  return <TokensPage />
}
