/** A module that most never need: loaded once, and then at hand in the middle of a press. */
export function loadedOnce<Module>(load: () => Promise<Module>) {
  let known: Module | null = null
  let loading: Promise<Module> | null = null

  function loadIt(): Promise<Module> {
    loading ??= load().then(
      (module) => {
        known = module
        return module
      },
      (failure: unknown) => {
        loading = null
        throw failure
      },
    )
    return loading
  }

  return {
    /** null until it is here. */
    now: () => known,
    load: loadIt,
    /** Ahead of its use, when a pointer or the focus comes near: if it fails, it is tried again when it is needed. */
    expect: () => void loadIt().catch(() => undefined),
  }
}

/** As long as a server takes to start again. */
const mostTries = 4
const pausesMs = [1_000, 2_000, 2_000]

/** Tries again, and offline waits for the network, unless nobody wants it any longer. */
export async function patiently<Value>(attempt: () => Promise<Value>, isGone: () => boolean): Promise<Value> {
  for (let tries = 1; ; tries += 1)
    try {
      return await attempt()
    } catch (failure) {
      if (isGone() || (tries >= mostTries && navigator.onLine)) throw failure
      await networkOrPause(pausesMs[tries - 1] ?? 0)
    }
}

function networkOrPause(pauseMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (navigator.onLine) setTimeout(resolve, pauseMs)
    else window.addEventListener('online', () => resolve(), { once: true })
  })
}
