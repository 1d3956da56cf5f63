'use client'

import dynamic from 'next/dynamic'
import { FormSkeleton } from './form-skeleton.tsx'

/** With the form come the schema library and the boxes of chips: only for those who write. */
export const LazyForm = dynamic(() => import('./meeting-form.tsx').then((module) => module.MeetingForm), {
  ssr: false,
  loading: () => <FormSkeleton />,
})
