'use client'

import { PageLink } from '#components/shell/page-link.tsx'
import { useMe } from '#components/shell/use-me.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { keyHelpFor } from './key-help.ts'

/** Every keyboard shortcut. */
export function Help({ singleKeys, onClose }: { singleKeys: boolean; onClose: () => void }) {
  const abilities = useMe()?.abilities
  return (
    <Dialog title="Keyboard shortcuts" isOpen onClose={onClose}>
      <div className="overflow-y-auto px-6 pt-3 pb-6">
        <dl className="grid grid-cols-[7rem_1fr] items-center gap-y-2 text-14">
          {keyHelpFor(abilities).map(({ keys, does }) => (
            <Key key={keys} keys={keys}>
              {does}
            </Key>
          ))}
        </dl>
        <p className="mt-4 text-14 text-faint">
          {singleKeys ? 'You can turn off single-key shortcuts in ' : 'Single-key shortcuts are off. Turn them on in '}
          <PageLink
            href="/settings#keyboard"
            className="text-accent-ink underline underline-offset-2"
            onClick={onClose}
          >
            Settings
          </PageLink>
          .
        </p>
      </div>
    </Dialog>
  )
}

function Key({ keys, children }: { keys: string; children: string }) {
  return (
    <>
      <dt className="flex gap-1">
        {keys.split(' ').map((key) => (
          <kbd
            key={key}
            className="grid h-6 min-w-6 place-items-center rounded-md border border-line bg-sunken px-1.5 font-sans text-12 text-soft"
          >
            {key}
          </kbd>
        ))}
      </dt>
      <dd className="text-soft">{children}</dd>
    </>
  )
}
