'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded } from '#components/shell/loaded.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Input } from '#components/ui/input.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { accountsQuery } from '#lib/people/directory-queries.ts'
import { AdminPage } from './admin-page.tsx'
import { PersonAccess } from './person-access.tsx'

/** Who may use Foyer. */
export function PeoplePage() {
  const [typed, setTyped] = useState('')
  const q = typed.trim()
  const query = useQuery(accountsQuery(q))
  return (
    <AdminPage
      title="People"
      about="Everybody who has signed in, and your organizers at GoTo. Disable somebody to end all their sessions and keep them and their programs out; nothing of theirs is deleted. Anybody else can’t be disabled before their first visit: until then, only your company’s sign-in can keep them out."
    >
      <Panel>
        <div className="relative">
          <Icon name="search" size={16} className="pointer-events-none absolute top-2.5 left-3 text-faint" />
          <Input
            type="search"
            aria-label="Find a person"
            placeholder="Name or e-mail"
            maxLength={100}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className="w-full pl-9 sm:w-80"
          />
        </div>
        <div className="mt-4 border-line border-t pt-4">
          <Loaded query={query}>
            {({ items }) =>
              items.length === 0 ? (
                <p role="status" className="text-14 text-soft">
                  {q ? `No results for “${q}”` : 'Nobody is disabled. Search for a person to disable them.'}
                </p>
              ) : (
                <ul aria-label={q ? 'People found' : 'Disabled people'} className="-my-3 divide-y divide-line">
                  {items.map((account) => (
                    <PersonAccess key={account.personId} account={account} />
                  ))}
                </ul>
              )
            }
          </Loaded>
        </div>
      </Panel>
    </AdminPage>
  )
}
