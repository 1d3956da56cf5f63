'use client'

import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { closeToast, useToasts } from './toast-store.ts'

/** The corner where toasts appear. Always in the page, so that toasts are announced. */
export function Toaster() {
  const toasts = useToasts()
  return (
    <section
      aria-label="Notices"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-50 flex flex-col items-center gap-2 sm:left-auto sm:items-end"
    >
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className="pointer-events-auto flex max-w-md animate-arrive items-start gap-x-1 rounded-xl border border-line bg-raised py-2 pr-2 pl-4 text-14 text-ink shadow-high"
        >
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-1">
            {toast.tone === 'done' ? (
              <CircleCheck aria-hidden="true" size={16} className="shrink-0 text-live" />
            ) : (
              <CircleAlert aria-hidden="true" size={16} className="shrink-0 text-trouble" />
            )}
            <p className="min-w-40 flex-1 py-1 pl-2 [overflow-wrap:anywhere]">{toast.text}</p>
            {toast.actions?.map(({ label, run }) => (
              <button
                key={label}
                type="button"
                className="h-8 shrink-0 whitespace-nowrap rounded-lg px-2 font-medium text-accent-ink hover:bg-hover"
                onClick={() => {
                  run()
                  closeToast(toast.id)
                }}
              >
                {label}
              </button>
            ))}
          </div>
          <button
            type="button"
            aria-label="Close notice"
            className="grid size-8 shrink-0 place-items-center rounded-lg text-soft hover:bg-hover hover:text-ink"
            onClick={() => closeToast(toast.id)}
          >
            <X aria-hidden="true" size={16} />
          </button>
        </div>
      ))}
    </section>
  )
}
