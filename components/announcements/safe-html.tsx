import { cx } from '#components/ui/cx.ts'

/** HTML that the server rendered and sanitized: the only kind a page may insert as is. */
export function SafeHtml({ html, isOneLine = false }: { html: string; isOneLine?: boolean }) {
  return (
    <div
      dir={isOneLine ? 'auto' : undefined}
      className={cx('prose text-body', isOneLine ? 'text-left *:truncate' : 'max-w-prose')}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: made by lib/announcements on the server, markup typed by people is escaped there
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
