import { cx } from './cx.ts'

/** The place of something that is on its way. Give it the real size. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden="true" className={cx('block animate-breathe rounded-md bg-sunken', className)} />
}
