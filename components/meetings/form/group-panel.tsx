'use client'

import { useId } from 'react'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { Segmented } from '#components/ui/segmented.tsx'
import type { GuestGroup } from './form-values.ts'
import { sizeOf } from './guest-groups.ts'

type GroupPanelProps = { group: GuestGroup; onChange: (part: Partial<GuestGroup>) => void; onRemove: () => void }

/** The people of one invited group: all required or all optional, and each of them left out or not. */
export function GroupPanel({ group, onChange, onRemove }: GroupPanelProps) {
  const id = useId()
  const { name, people, required, except } = group

  function toggle(personId: string): void {
    onChange({ except: except.includes(personId) ? except.filter((one) => one !== personId) : [...except, personId] })
  }

  return (
    <section aria-labelledby={id} className="rounded-lg border border-line bg-sunken/40 p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p id={id} className="font-medium text-14">
          {name} <span className="figures font-normal text-faint">{countText(group)}</span>
        </p>
        <Segmented
          label={`${name}: attendance`}
          value={required ? 'required' : 'optional'}
          options={attendances}
          onChange={(value) => onChange({ required: value === 'required' })}
        />
      </div>
      <ul className="-mx-1 mt-2 grid max-h-60 overflow-y-auto sm:grid-cols-2">
        {people.map((person) => {
          const isOut = except.includes(person.personId)
          return (
            <li key={person.personId}>
              <label className="flex min-h-9 cursor-pointer items-center gap-2 rounded-md px-1 text-14 hover:bg-hover">
                <input
                  type="checkbox"
                  checked={!isOut}
                  onChange={() => toggle(person.personId)}
                  className="size-4 shrink-0 accent-accent"
                />
                <span dir="auto" className={cx('min-w-0 truncate text-left', isOut && 'text-faint line-through')}>
                  {person.name}
                </span>
              </label>
            </li>
          )
        })}
      </ul>
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
        <p className="text-12 text-faint">Later changes to the group change nothing here.</p>
        <Button size="small" onClick={onRemove}>
          Remove {name}
        </Button>
      </div>
    </section>
  )
}

const attendances = [
  { value: 'optional', label: 'All optional' },
  { value: 'required', label: 'All required' },
] as const

function countText(group: GuestGroup): string {
  const [size, all] = [sizeOf(group), group.people.length]
  if (all === 0) return 'Nobody is in it'
  return size === all ? `${all} ${all === 1 ? 'person' : 'people'}` : `${size} of ${all} people`
}
