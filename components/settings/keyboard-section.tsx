'use client'

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
        hint="J joins the next meeting, / searches, G H goes to Home, ? shows all shortcuts. Ctrl K always works."
        isOn={me?.preferences.singleKeys ?? true}
        isDisabled={!me}
        onChange={(singleKeys) => save({ singleKeys })}
      />
    </Section>
  )
}
