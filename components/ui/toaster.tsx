'use client'

import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import { closeToast, holdToast, releaseToast, type Toast, useIsSaid, useToast } from './toast-store.ts'
import { useFocusBack } from './use-focus-back.ts'
import { useLiesOverPress } from './use-lies-over-press.ts'

/**
 * Where the toast appears: at the end of the view, where nothing of a page stands for good, above a form's foot and the
 * notice of being offline; below the top bar, if what was pressed is at the end. Always in the page, so that toasts are
 * announced.
 */
export function Toaster() {
  const toast = useToast()
  return (
    <section
      aria-label="Notices"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(1rem+var(--foot,0px))] z-50 flex justify-center has-data-high:top-16 has-data-high:bottom-auto not-has-data-high:[body:has([data-offline])_&]:bottom-[calc(7.5rem+var(--foot,0px))] print:hidden"
    >
      {toast ? <Shown key={toast.id} toast={toast} /> : null}
    </section>
  )
}

function Shown({ toast }: { toast: Toast }) {
  const isSaid = useIsSaid(toast.place)
  const actions = isSaid ? [] : (toast.actions ?? [])
  const box = useFocusBack()
  const isHigh = useLiesOverPress(box)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only waits while somebody points at it or is in it
    <div
      ref={box}
      data-high={isHigh || undefined}
      onMouseEnter={holdToast}
      onMouseLeave={releaseToast}
      onFocus={holdToast}
      onBlur={releaseToast}
      className={cx(
        isSaid
          ? 'sr-only'
          : 'pointer-events-auto flex max-w-md animate-arrive items-start gap-x-1 rounded-xl border border-line bg-raised py-2 pr-2 pl-4 text-14 text-ink shadow-high',
      )}
    >
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-1">
        {toast.tone === 'done' ? (
          <Icon name="circle-check" size={16} className="shrink-0 text-live" />
        ) : (
          <Icon name="circle-alert" size={16} className="shrink-0 text-trouble" />
        )}
        <p
          className={cx(
            'min-w-40 flex-1 py-1 pl-2 [overflow-wrap:anywhere]',
            // On a phone the actions stand below, or the text would be a narrow column.
            actions.length > 0 && 'max-sm:min-w-[calc(100%-1.5rem)]',
          )}
        >
          {toast.text}
        </p>
        {actions.map(({ label, run }) => (
          <button
            key={label}
            type="button"
            className="h-8 shrink-0 whitespace-nowrap rounded-lg px-2 font-medium text-accent-ink hover:bg-hover"
            onClick={() => {
              closeToast(toast.id)
              run()
            }}
          >
            {label}
          </button>
        ))}
      </div>
      {isSaid ? null : (
        <button
          type="button"
          aria-label="Close notice"
          className="grid size-8 shrink-0 place-items-center rounded-lg text-soft hover:bg-hover hover:text-ink"
          onClick={() => closeToast(toast.id)}
        >
          <Icon name="x" size={16} />
        </button>
      )}
    </div>
  )
}
