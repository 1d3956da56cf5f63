'use client'

import { lazily } from '#components/ui/lazily.tsx'
import { FormSkeleton } from './form-skeleton.tsx'

/** Only people who write load the form. */
export const LazyForm = lazily(
  () => import('./meeting-form.tsx').then((module) => module.MeetingForm),
  <FormSkeleton />,
)
