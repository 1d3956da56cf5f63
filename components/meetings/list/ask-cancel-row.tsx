'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { AskCancel } from '#components/meetings/page/ask-cancel.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { meetingQuery } from '#lib/meetings/meeting-queries.ts'

/** Asks before cancelling from a list: a row doesn't know in which room it takes place. Load it lazily. */
export function AskCancelRow({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error } = useQuery({ ...meetingQuery(id), refetchInterval: false })
  useEffect(() => {
    if (!error) return
    showToast({ tone: 'trouble', text: error.message })
    onClose()
  }, [error, onClose])
  return data ? <AskCancel meeting={data} onClose={onClose} onCancelled={() => undefined} /> : null
}
