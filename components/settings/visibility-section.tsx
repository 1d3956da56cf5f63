'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Segmented } from '#components/ui/segmented.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { saveSettings, settingsKey, settingsQuery } from '#lib/settings/queries.ts'
import type { CompanySettings } from '#lib/settings/schema.ts'
import { Loaded } from './loaded.tsx'
import { Section } from './section.tsx'

const options = [
  { value: 'company', label: 'The company' },
  { value: 'group', label: 'The organizer’s group' },
  { value: 'invited', label: 'Only the invited' },
] as const

/** Who sees a meeting that was scheduled at GoTo and not here. */
export function VisibilitySection() {
  const query = useQuery(settingsQuery)
  const client = useQueryClient()
  const saving = useMutation({
    mutationFn: (defaultVisibility: CompanySettings['defaultVisibility']) => saveSettings({ defaultVisibility }),
    onSuccess: (settings) => {
      client.setQueryData(settingsKey, settings)
      showToast({ tone: 'done', text: 'Saved' })
    },
    onError: (error) => showToast({ tone: 'trouble', text: `Not saved. ${error.message}` }),
  })
  return (
    <Section
      id="visibility"
      title="Visibility"
      about="Who sees meetings that were scheduled at GoTo itself. Takes effect for all of them at once."
    >
      <Loaded query={query}>
        {(settings) => (
          <Segmented
            label="Who sees meetings found at GoTo"
            value={saving.isPending ? saving.variables : settings.defaultVisibility}
            options={options}
            onChange={(chosen) => saving.mutate(chosen)}
          />
        )}
      </Loaded>
    </Section>
  )
}
