'use client'

import dynamic from 'next/dynamic'
import { FormSkeleton } from './form-skeleton.tsx'

/** The form brings the schema library and the chip boxes along, so only people who write load it. */
export const LazyForm = dynamic(() => import('./meeting-form.tsx').then((module) => module.MeetingForm), {
  ssr: false,
  loading: () => <FormSkeleton />,
})
