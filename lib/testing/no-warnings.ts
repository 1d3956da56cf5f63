import { setImmediate } from 'node:timers/promises'
import { format } from 'node:util'
import { afterAll, afterEach } from 'vitest'

/**
 * A warning fails the test in which it appears, whether from React (keys, act, hydration), jsdom, a library or Node
 * (deprecations, leaks). A test about one replaces `console.error` itself. Set up for every project.
 */
const warnings: string[] = []

/** Browsers have had this element since 2023; only the simulated one does not. */
const untrue = /^The tag <search> is unrecognized in this browser/

for (const level of ['error', 'warn'] as const) {
  const target = console
  const say = target[level].bind(target)
  target[level] = (...words: unknown[]) => {
    const text = format(...words)
    if (untrue.test(text)) return
    warnings.push(text)
    say(...words)
  }
}

process.on('warning', (warning) => {
  // We asked for what Node calls experimental.
  if (warning.name === 'ExperimentalWarning') return
  warnings.push(warning.stack ?? String(warning))
})

/** It has its own console for what it cannot simulate. */
type SimulatedBrowser = { virtualConsole: { on(event: 'jsdomError', listener: (error: Error) => void): void } }
const { jsdom } = globalThis as { jsdom?: SimulatedBrowser }
jsdom?.virtualConsole.on('jsdomError', (error) => {
  warnings.push(error.message)
})

async function refuseWarnings(): Promise<void> {
  // Node prints a warning a moment after its cause.
  await setImmediate()
  const said = warnings.splice(0)
  if (said.length > 0) throw new Error(`The output contains a warning:\n${said.join('\n')}`)
}

afterEach(refuseWarnings)
afterAll(refuseWarnings)
