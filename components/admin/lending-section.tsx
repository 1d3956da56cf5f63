'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Loaded } from '#components/shell/loaded.tsx'
import { useZone } from '#components/shell/use-me.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Section } from '#components/ui/section.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import { lendConnection } from '#lib/connections/calls.ts'
import { connectionKey, connectionQuery } from '#lib/connections/queries.ts'
import { settingsKey, settingsQuery } from '#lib/settings/queries.ts'
import { formatDateTime } from '#lib/time/format.ts'

/** Whose GoTo connection the company's meetings are read through. */
export function LendingSection() {
  const settings = useQuery(settingsQuery)
  const zone = useZone()
  return (
    <Section
      id="lending"
      title="Lent connections"
      about="Foyer reads the whole company’s meetings through a GoTo connection that an administrator lends. Connections end after 30 days; if several are lent, the next one takes over."
    >
      <LendMine />
      <div className="mt-4 border-line border-t pt-4">
        <Loaded query={settings}>
          {({ lenders }) =>
            lenders.length === 0 ? (
              <p className="text-14 text-soft">Nobody lends a connection at the moment.</p>
            ) : (
              <ul aria-label="Lenders" className="flex flex-col gap-2">
                {lenders.map((lender, index) => (
                  <li
                    key={`${lender.name} ${lender.grantEndsAt}`}
                    className="flex flex-wrap items-center gap-2 text-14"
                  >
                    <span className="font-medium">{lender.name}</span>
                    <Badge tone={lender.status === 'active' ? (index === 0 ? 'live' : 'calm') : 'attention'}>
                      {lender.status === 'revoked' ? 'Ended' : index === 0 ? 'In use' : 'Ready'}
                    </Badge>
                    <span className="figures text-faint">until {formatDateTime(lender.grantEndsAt, zone)}</span>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </div>
    </Section>
  )
}

function LendMine() {
  const query = useQuery(connectionQuery)
  const client = useQueryClient()
  const lending = useMutation({
    mutationFn: lendConnection,
    onSuccess: async (mine, isLent) => {
      client.setQueryData(connectionKey, mine)
      showToast({ tone: 'done', text: isLent ? 'Connection lent' : 'Connection no longer lent' })
      await client.invalidateQueries({ queryKey: settingsKey })
    },
    onError: (error) => showToast({ tone: 'trouble', text: error.message }),
  })
  return (
    <Loaded query={query}>
      {({ connection }) => {
        const canLend = connection?.status === 'active' && connection.isAdministrator
        return (
          <Switch
            label="Lend my connection"
            hint={
              canLend
                ? 'Only used to read organizers, meetings, sessions and attendees, never to change anything.'
                : connection?.status === 'active'
                  ? 'Your GoTo account isn’t an administrator, so its connection only covers your own meetings.'
                  : 'Connect your GoTo account in Settings first.'
            }
            isOn={lending.isPending ? lending.variables : Boolean(connection?.lentAt)}
            isDisabled={!canLend}
            onChange={(isLent) => lending.mutate(isLent)}
          />
        )
      }}
    </Loaded>
  )
}
