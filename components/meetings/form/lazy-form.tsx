'use client'

import dynamic from 'next/dynamic'
import { FormSkeleton } from './form-skeleton.tsx'

/** The form brings the schema library and the chip boxes along, so only people who write load it. */
export const LazyForm = dynamic(() => loadForm().then((module) => module.MeetingForm), {
  ssr: false,
  loading: () => <FormSkeleton />,
})

/** So that it is there when it may be shown. */
export function loadForm() {
  return import('./meeting-form.tsx')
}
