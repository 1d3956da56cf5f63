'use client'

import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#components/ui/loaded.tsx'
import { Section } from '#components/ui/section.tsx'
import { groupsQuery } from '#lib/organizers/queries.ts'
import { GroupManagers } from './group-managers.tsx'

/** Who can see the history of a group's organizers. */
export function ManagersSection() {
  const query = useQuery(groupsQuery)
  return (
    <Section
      id="managers"
      title="Group managers"
      about="Managers see the history and attendance of everybody who organizes in their group, and the meetings visible to it. Changes take effect immediately."
    >
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
    </Section>
  )
}
