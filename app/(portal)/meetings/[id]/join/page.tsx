import type { Metadata } from 'next'
import { connection } from 'next/server'
import { JoinRoom } from '#components/meetings/join/join-room.tsx'

export const metadata: Metadata = { title: 'Join' }

export default async function JoinPage({ params }: { params: Promise<{ id: string }> }) {
  await connection()
  return <JoinRoom id={(await params).id} />
}
