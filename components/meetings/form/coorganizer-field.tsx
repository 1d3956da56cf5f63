'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMe } from '#components/shell/use-me.ts'
import { Field } from '#components/ui/field.tsx'
import { TagBox } from '#components/ui/tag-box.tsx'
import { organizersQuery } from '#lib/organizers/queries.ts'
import { bestFirst } from '#lib/search/match.ts'
import { useOrganizerName } from './use-organizer-name.ts'

type CoorganizerFieldProps = {
  /** Ids of organizers. */
  chosen: string[]
  known: { organizerId: string; name: string }[]
  error: string | undefined
  onChange: (chosen: string[]) => void
}

/** Who may start it too. */
export function CoorganizerField({ chosen, known, error, onChange }: CoorganizerFieldProps) {
  const me = useMe()?.personId
  const [text, setText] = useState('')
  const organizers = useQuery(organizersQuery).data?.items ?? []
  const nameOf = useOrganizerName(known)
  const others = organizers.filter(({ id, personId }) => personId !== me && !chosen.includes(id))
  const free = bestFirst(others, text, ({ name, email }) => [name, email])

  return (
    <Field label="Co-organizers" error={error} hint="Organizers of your GoTo account who can also start it.">
      {(wiring) => (
        <TagBox
          wiring={wiring}
          placeholder="Add an organizer"
          tags={chosen.map((id) => ({ key: id, name: nameOf(id) }))}
          options={free.slice(0, 20).map(({ id, name, email }) => ({ value: id, label: name, note: email }))}
          text={text}
          nothing="No other organizers match."
          onText={setText}
          onChoose={(id) => {
            onChange([...chosen, id])
            setText('')
          }}
          onRemove={(id) => onChange(chosen.filter((one) => one !== id))}
        />
      )}
    </Field>
  )
}
