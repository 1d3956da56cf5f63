'use client'

import { Menu } from '@base-ui/react/menu'
import { useMutation } from '@tanstack/react-query'
import type { MouseEvent, ReactNode, RefObject } from 'react'
import { announce } from '#components/shell/announce.tsx'
import { cx } from '#components/ui/cx.ts'
import { Icon } from '#components/ui/icon.tsx'
import { menuItemStyle, OpenMenu } from '#components/ui/open-menu.tsx'
import { showToast } from '#components/ui/toast-store.ts'
import type { CsvForm } from '#lib/history/schema.ts'
import { isProblem } from '#lib/http/problem.ts'
import { csvForms, csvWords, keepForm } from './csv-form.ts'
import type { FileGroup } from './downloads.ts'
import { saveFile } from './save-file.ts'

type OpenDownloadMenuProps = {
  button: RefObject<HTMLButtonElement | null>
  groups: FileGroup[]
  /** Why none of them can be had yet: their entries can't be pressed. */
  waiting: string | null
  onClose: () => void
  /** One more file being prepared, or one fewer. */
  onPreparing: (change: 1 | -1) => void
}

/** Each file is a real link, for whoever opens it elsewhere or saves it under another name. Load it lazily. */
export function OpenDownloadMenu({ button, groups, waiting, onClose, onPreparing }: OpenDownloadMenuProps) {
  const { mutate } = useMutation({
    mutationFn: saveFile,
    onMutate: () => onPreparing(1),
    onSettled: () => onPreparing(-1),
    onError: (error, href) => {
      if (isProblem(error, 'unauthenticated')) return
      const text = `Nothing was downloaded. ${error.message}`
      showToast({ tone: 'trouble', text, actions: [{ label: 'Try again', run: () => mutate(href) }] })
    },
  })
  const forms = csvForms()

  function press(event: MouseEvent<HTMLAnchorElement>, href: string, form?: CsvForm): void {
    if (form) keepForm(form)
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    announce('Preparing the file')
    mutate(href)
  }

  return (
    <OpenMenu label="Download" button={button} onClose={onClose} className="w-80 max-w-[calc(100vw-2rem)]">
      {groups.map(({ title, rows, workbook, csv }) => (
        <Menu.Group key={title} className="border-line not-first:mt-1.5 not-first:border-t not-first:pt-1.5">
          <Menu.GroupLabel className="figures px-2.5 pt-1 pb-1.5 font-medium text-12 text-faint">
            {title}
            {waiting ? ` · ${waiting}` : rows === null ? '' : ` · ${rowsText(rows)}`}
          </Menu.GroupLabel>
          {workbook ? (
            <FileItem href={workbook} isWaiting={waiting !== null} onClick={(event) => press(event, workbook)}>
              <Icon name="file-spreadsheet" size={16} />
              Excel (.xlsx)
            </FileItem>
          ) : null}
          {(csv ? forms : []).map((form) => {
            const words = csvWords(form)
            const href = csv?.(form) ?? ''
            return (
              <FileItem
                key={words.title + words.number}
                href={href}
                isWaiting={waiting !== null}
                onClick={(event) => press(event, href, form)}
              >
                <Icon name="file-text" size={16} />
                <span className="flex-1">{words.title}</span>{' '}
                <span className="figures text-12 text-faint">numbers like {words.number}</span>
              </FileItem>
            )
          })}
        </Menu.Group>
      ))}
    </OpenMenu>
  )
}

type FileItemProps = {
  href: string
  isWaiting: boolean
  onClick: (event: MouseEvent<HTMLAnchorElement>) => void
  children: ReactNode
}

function FileItem({ href, isWaiting, onClick, children }: FileItemProps) {
  if (isWaiting)
    return (
      <Menu.Item disabled className={cx(menuItemStyle, 'opacity-60')}>
        {children}
      </Menu.Item>
    )
  return (
    <Menu.LinkItem href={href} download closeOnClick className={menuItemStyle} onClick={onClick}>
      {children}
    </Menu.LinkItem>
  )
}

function rowsText(rows: number): string {
  return `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`
}
