'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Loaded } from '#components/shell/loaded.tsx'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import { Skeleton } from '#components/ui/skeleton.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { apart } from '#lib/apart.ts'
import { saveManagers } from '#lib/organizers/calls.ts'
import { managersKey, managersQuery } from '#lib/organizers/manager-queries.ts'
import type { Group, GroupManagers as Managers } from '#lib/organizers/schema.ts'
import { meKey } from '#lib/people/queries.ts'

const PersonPicker = lazily(
  () => import('./person-picker.tsx').then((module) => module.PersonPicker),
  <Skeleton className="h-9 w-64 rounded-lg" />,
)

type Manager = Managers['items'][number]

/** One group: its managers as chips, added by name. */
export function GroupManagers({ group }: { group: Group }) {
  const query = useQuery(managersQuery(group.id))
  const [isAdding, setAdding] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const save = useSaveManagers(group)

  function close(): void {
    setAdding(false)
    // The focused element is about to disappear, so the focus goes back to where it came from.
    requestAnimationFrame(() => opener.current?.focus())
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <h2 className="w-36 shrink-0 font-medium text-14">{group.name}</h2>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
        {query.isPending ? (
          <Skeleton className="h-8 w-40 rounded-full" />
        ) : (
          <Loaded query={query}>
            {({ items }) => (
              <>
                {items.length > 0 ? (
                  <ul aria-label={`Managers of ${group.name}`} className="contents">
                    {items.map((manager) => (
                      <li key={manager.personId}>
                        <ManagerChip
                          manager={manager}
                          group={group}
                          isBusy={save.isPending}
                          onRemove={() => {
                            opener.current?.focus()
                            save.mutate({ after: items.filter(({ personId }) => personId !== manager.personId) })
                          }}
                        />
                      </li>
                    ))}
                  </ul>
                ) : isAdding ? null : (
                  <span className="text-14 text-faint">Nobody</span>
                )}
                {isAdding ? (
                  <PersonPicker
                    label={`Add a manager of ${group.name}`}
                    without={items.map(({ personId }) => personId)}
                    onCancel={close}
                    onLeave={() => setAdding(false)}
                    onChoose={(person) => {
                      close()
                      save.mutate({ after: [...items, person] })
                    }}
                  />
                ) : (
                  <Button
                    ref={opener}
                    size="small"
                    tone="quiet"
                    aria-label={`Add a manager of ${group.name}`}
                    isBusy={save.isPending}
                    onClick={() => setAdding(true)}
                  >
                    <Icon name="plus" size={16} />
                    Add
                  </Button>
                )}
              </>
            )}
          </Loaded>
        )}
      </div>
    </li>
  )
}

type ManagerChipProps = { manager: Manager; group: Group; isBusy: boolean; onRemove: () => void }

function ManagerChip({ manager: { name, email }, group, isBusy, onRemove }: ManagerChipProps) {
  return (
    <span
      title={email ?? undefined}
      className="edge inline-flex h-7 items-center gap-1 rounded-full bg-accent-soft pr-1 pl-3 text-12 text-accent-ink"
    >
      {name}
      <button
        type="button"
        aria-label={`Remove ${name} as manager of ${group.name}`}
        aria-disabled={isBusy || undefined}
        onClick={() => (isBusy ? undefined : onRemove())}
        className="grid size-6 place-items-center rounded-full hover:bg-sunken"
      >
        <Icon name="x" size={12} />
      </button>
    </span>
  )
}

/** Shown at once, reverted if saving fails. */
function useSaveManagers(group: Group) {
  const client = useQueryClient()
  const key = managersKey(group.id)
  return useMutation({
    mutationFn: ({ after }: { after: Manager[] }) =>
      saveManagers(
        group.id,
        after.map(({ personId }) => personId),
      ),
    onMutate: async ({ after }) => {
      await client.cancelQueries({ queryKey: key })
      const before = client.getQueryData<Managers>(key)
      client.setQueryData<Managers>(key, { items: after })
      return before
    },
    onSuccess: async (saved) => {
      client.setQueryData(key, saved)
      showToast({ tone: 'done', text: `Managers of ${apart(group.name)} saved` })
      // One of them may be me.
      await client.invalidateQueries({ queryKey: meKey })
    },
    onError: async (error, _change, before) => {
      if (before) client.setQueryData(key, before)
      showToast({ tone: 'trouble', text: `Not saved. ${error.message}` })
      await client.invalidateQueries({ queryKey: key })
    },
  })
}
