import { useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { lazily } from '#components/ui/lazily.tsx'
import type { FileGroup } from './downloads.ts'

const OpenDownloadMenu = lazily(() => import('./open-download-menu.tsx').then((module) => module.OpenDownloadMenu))

type DownloadMenuProps = {
  /** Asked while the menu is open. */
  files: () => FileGroup[]
  /** Why none of them can be had yet. */
  waiting?: string | null
  /** On a phone there is no room for the word. */
  isBrief?: boolean
}

/** All files of a page behind one button. */
export function DownloadMenu({ files, waiting = null, isBrief = false }: DownloadMenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [preparing, setPreparing] = useState(0)
  return (
    <>
      <Button
        ref={button}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        onPointerEnter={OpenDownloadMenu.expect}
        onFocus={OpenDownloadMenu.expect}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        <Icon
          name={preparing > 0 ? 'loader-circle' : 'download'}
          size={16}
          className={preparing > 0 ? 'animate-spin' : undefined}
        />
        <span className={isBrief ? 'max-sm:sr-only' : undefined}>Download</span>
        <Icon name="chevron-down" size={16} className={cx('text-faint', isBrief && 'max-sm:hidden')} />
      </Button>
      {isOpen ? (
        <OpenDownloadMenu
          button={button}
          groups={files()}
          waiting={waiting}
          onClose={() => setOpen(false)}
          onPreparing={(change) => setPreparing((now) => now + change)}
        />
      ) : null}
    </>
  )
}
