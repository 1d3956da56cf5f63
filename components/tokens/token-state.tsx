import { Badge } from '#components/ui/badge.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { ApiToken } from '#lib/tokens/schema.ts'

/** Nothing for a token that works. */
export function TokenState({ token: { state, actsAs } }: { token: ApiToken }) {
  if (state === 'paused')
    return (
      <span title={why[actsAs]}>
        <Badge tone="attention" icon={<Icon name="pause" size={12} />}>
          Paused
        </Badge>
        <span className="sr-only">: {why[actsAs]}</span>
      </span>
    )
  if (state === 'expired')
    return (
      <Badge tone="calm" icon={<Icon name="calendar-x-2" size={12} />}>
        Expired
      </Badge>
    )
  if (state === 'revoked')
    return (
      <Badge tone="calm" icon={<Icon name="ban" size={12} />}>
        Revoked
      </Badge>
    )
  return null
}

const why = {
  me: 'Whoever created it is disabled.',
  service: 'Whoever created it is disabled, or no longer an administrator.',
}
