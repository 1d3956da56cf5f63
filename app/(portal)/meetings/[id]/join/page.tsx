import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { JoinRoom } from '#components/meetings/join/join-room.tsx'
import { publicAddress } from '#lib/http/inbound.ts'
import { isOwnArrival } from '#lib/http/own-arrival.ts'

export const metadata: Metadata = { title: 'Join' }

export default async function JoinPage({ params }: { params: Promise<{ id: string }> }) {
  const isPressed = isOwnArrival(await headers(), new URL(publicAddress().appUrl).origin)
  return <JoinRoom id={(await params).id} isPressed={isPressed} />
}
