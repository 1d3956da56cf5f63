import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'

type Lazily<Props> = ComponentType<Props> & {
  /** Ahead of its use, when a pointer or the focus comes near: if it fails, it is tried again when it is needed. */
  expect: () => void
}

/** A part of a page that is loaded when it is first shown, with `waiting` in its place. */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
): Lazily<Props> {
  const Part = lazy(async () => ({ default: await load() }))
  function Loaded(props: Props) {
    return (
      <Suspense fallback={waiting}>
        <Part {...props} />
      </Suspense>
    )
  }
  return Object.assign(Loaded, { expect: () => void load().catch(() => undefined) })
}
