'use client'

import { useQuery } from '@tanstack/react-query'
import { groupsQuery } from '#lib/organizers/queries.ts'
import { GroupManagers } from './group-managers.tsx'
import { Loaded } from './loaded.tsx'
import { Section } from './section.tsx'

/** Who may look at the past of a group's organizers. */
export function ManagersSection() {
  const query = useQuery(groupsQuery)
  return (
    <Section
      id="managers"
      title="Group managers"
      about="A manager sees the history and the attendance of everybody who organizes in the group, and its meetings that are for the group. It takes effect at once, also where they are signed in already."
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="text-14 text-soft">No groups are known yet: they come with the first reading of GoTo.</p>
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
