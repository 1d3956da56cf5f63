'use client'

import { shortcuts } from '#components/shell/shortcuts.ts'
import { useMe } from '#components/shell/use-me.ts'
import { Section } from '#components/ui/section.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { useSavedPreference } from './use-saved.ts'

export function KeyboardSection() {
  const me = useMe()
  const save = useSavedPreference()
  return (
    <Section id="keyboard" title="Keyboard">
      <Switch
        label="Single-key shortcuts"
        hint={`${shortcuts.help} shows all of them. ${shortcuts.palette} works either way.`}
        isOn={me?.preferences.singleKeys ?? true}
        isDisabled={!me}
        onChange={(singleKeys) => save({ singleKeys })}
      />
    </Section>
  )
}
