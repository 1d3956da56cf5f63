'use client'

import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#components/shell/loaded.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { groupsQuery } from '#lib/organizers/queries.ts'
import { AdminPage } from './admin-page.tsx'
import { GroupManagers } from './group-managers.tsx'

/** Who can see the history of a group's organizers. */
export function GroupsPage() {
  const query = useQuery(groupsQuery)
  return (
    <AdminPage
      title="Groups"
      about="Managers see the history and attendance of everybody who organizes in their group, and the meetings visible to it. Changes take effect immediately."
    >
      <Panel>
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="text-14 text-soft">No groups yet. They appear once Foyer has read from GoTo.</p>
            ) : (
              <ul className="-my-3 divide-y divide-line">
                {items.map((group) => (
                  <GroupManagers key={group.id} group={group} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Panel>
    </AdminPage>
  )
}
