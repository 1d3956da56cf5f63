'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Loaded } from '#components/shell/loaded.tsx'
import { Section } from '#components/ui/section.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { saveSettings } from '#lib/settings/calls.ts'
import { settingsKey, settingsQuery } from '#lib/settings/queries.ts'
import type { CompanySettings } from '#lib/settings/schema.ts'

const options = [
  { value: 'company', label: 'Everybody in the company' },
  { value: 'group', label: 'The organizer’s group' },
  { value: 'invited', label: 'Invited people only' },
] as const

/** Who can see a meeting for which nobody chose: one scheduled at GoTo, or created here with the default. */
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
      about="Who can see meetings scheduled at GoTo itself, and those created here with the company default. Changes apply to all of them immediately."
    >
      <Loaded query={query}>
        {(settings) => (
          <Segmented
            label="Who can see meetings by default"
            value={saving.isPending ? saving.variables : settings.defaultVisibility}
            options={options}
            onChange={(chosen) => saving.mutate(chosen)}
          />
        )}
      </Loaded>
    </Section>
  )
}
