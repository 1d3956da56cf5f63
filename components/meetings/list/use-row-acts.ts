import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useState } from 'react'
import { type Act, acts } from '#components/meetings/act/acts.ts'
import { staysOffline } from '#components/shell/offline.ts'
import { shortcuts } from '#components/shell/shortcuts.ts'
import { isTypedAhead } from '#components/shell/type-ahead.ts'
import { sayMissing } from '#components/ui/say-missing.ts'
import type { Meeting } from '#lib/meetings/schema.ts'
import { meKey } from '#lib/people/queries.ts'
import type { Me } from '#lib/people/schema.ts'

/** What is open over a row. */
export type Asked = 'menu' | 'cancel'

export type RowActs = {
  asked: Asked | null
  setAsked: (asked: Asked | null) => void
  run: (act: Act) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** A row's menu and its keys. What they do loads with the first press: most rows are only read. */
export function useRowActs(meeting: Meeting, now: Date): RowActs {
  const [asked, setAsked] = useState<Asked | null>(null)
  const client = useQueryClient()
  const router = useRouter()

  async function run(act: Act): Promise<void> {
    if (act === 'cancel') return setAsked('cancel')
    setAsked(null)
    const acting = await load()
    const go = (href: string) => (staysOffline() ? undefined : router.push(href))
    await acting?.runAct(act, meeting, { client, go })
  }

  async function runIfAllowed(act: Act, mayCreate: boolean): Promise<void> {
    const acting = await load()
    if (acting?.actsOf(meeting, now, mayCreate).includes(act)) await run(act)
  }

  return {
    asked,
    setAsked,
    run,
    onKeyDown: (event) => {
      if (event.defaultPrevented || event.repeat || isTypedAhead(event.nativeEvent)) return
      // What lies over the row is its child only for React.
      if (event.target instanceof Node && !event.currentTarget.contains(event.target)) return
      const act = actOfKey(event)
      // Read at the press, because a hundred rows would each listen for it.
      const me = client.getQueryData<Me>(meKey)
      if (!act || !me?.preferences.singleKeys) return
      event.preventDefault()
      void runIfAllowed(act, me.abilities.includes('meeting.create'))
    },
  }
}

function load() {
  return import('#components/meetings/act/run-act.ts').catch(sayMissing)
}

/** A single key that stands for an act. */
export function actOfKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): Act | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  return acts.find((act) => shortcuts[act] === key.toUpperCase())
}
