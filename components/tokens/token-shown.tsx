import { useEffect, useRef, useState } from 'react'
import { Banner } from '#components/ui/banner.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Scope } from '#lib/tokens/sentences.ts'
import { CopyBox } from './copy-box.tsx'
import { curlExample } from './curl-example.ts'

type TokenShownProps = {
  token: string
  name: string
  scopes: readonly Scope[]
  /** Somebody was about to leave without it. */
  isWarned: boolean
  onCopied: () => void
  onDone: () => void
}

/** The token itself, once. */
export function TokenShown({ token, name, scopes, isWarned, onCopied, onDone }: TokenShownProps) {
  const [portal] = useState(() => window.location.origin)
  const warning = useRef<HTMLDivElement>(null)
  const foot = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!isWarned) return
    warning.current?.focus()
    // On a phone the way out is below it.
    foot.current?.scrollIntoView?.({ block: 'end' })
  }, [isWarned])

  return (
    <div className="flex min-h-0 flex-col gap-4 overflow-y-auto px-6 pt-3 pb-6">
      <p className="text-body text-soft">
        Copy “<bdi>{name}</bdi>” now and keep it like a password: Foyer stores only a fingerprint and can’t show it
        again.
      </p>
      <CopyBox label="API token" text={token} onCopied={onCopied} isFirst />
      <CopyBox label="Try it in a terminal" text={curlExample(token, scopes, portal)} onCopied={onCopied} isLong />
      <div ref={warning} role="alert" tabIndex={-1} className="rounded-xl empty:hidden">
        {isWarned ? (
          <Banner tone="attention">
            You haven’t copied the token. Once this window is closed, it can’t be seen again.
          </Banner>
        ) : null}
      </div>
      <div ref={foot} className="flex scroll-mb-6 justify-end">
        <Button tone={isWarned ? 'danger' : 'plain'} onClick={onDone}>
          {isWarned ? 'Close without copying' : 'Done'}
        </Button>
      </div>
    </div>
  )
}
