'use client'

import { applyTheme } from '#components/shell/theme.ts'
import { Section } from '#components/ui/section.tsx'
import { Segmented } from '#components/ui/segmented.tsx'
import { useSavedPreference } from './use-saved.ts'
import { useTheme } from './use-theme.ts'

const options = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

export function AppearanceSection() {
  const theme = useTheme()
  const save = useSavedPreference()
  return (
    <Section id="appearance" title="Appearance">
      <Segmented
        label="Theme"
        value={theme}
        options={options}
        onChange={(chosen) => {
          applyTheme(chosen)
          save({ theme: chosen })
        }}
      />
    </Section>
  )
}
