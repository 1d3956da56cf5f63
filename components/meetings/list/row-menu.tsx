import { useRef } from 'react'
import { lazily } from '#components/ui/lazily.tsx'
import type { Meeting } from '#lib/meetings/schema.ts'
import type { RowActs } from './use-row-acts.ts'

const OpenRowMenu = lazily(() => import('./open-row-menu.tsx').then((module) => module.OpenRowMenu))
const AskCancelRow = lazily(() => import('./ask-cancel-row.tsx').then((module) => module.AskCancelRow))

type RowMenuProps = { meeting: Meeting; now: Date; row: RowActs }

/** One node per row until it is pressed: a sign of the font, no icon. */
export function RowMenu({ meeting, now, row: { asked, setAsked, run } }: RowMenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const close = () => setAsked(null)
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={asked === 'menu'}
        aria-label={`More: ${meeting.subject}`}
        onClick={() => setAsked(asked === 'menu' ? null : 'menu')}
        className="h-9 w-8 shrink-0 rounded-lg font-semibold text-16 text-faint hover:bg-sunken hover:text-ink aria-expanded:bg-sunken aria-expanded:text-ink"
      >
        ⋯
      </button>

      {asked === 'menu' ? (
        <OpenRowMenu meeting={meeting} now={now} button={button} onChoose={run} onClose={close} />
      ) : null}
      {asked === 'cancel' ? <AskCancelRow id={meeting.id} onClose={close} /> : null}
    </>
  )
}
