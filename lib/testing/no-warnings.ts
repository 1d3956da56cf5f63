import { setImmediate } from 'node:timers/promises'
import { format } from 'node:util'
import { afterAll, afterEach } from 'vitest'

/**
 * A warning fails the test in which it appears: of React (keys, act, hydration), of jsdom, of a library, or of Node
 * (deprecations, leaks). A test that is about one replaces `console.error` itself. Set up for every project.
 */
const warnings: string[] = []

/** Browsers know this element since 2023; only the simulated one does not. */
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

/** Prisma's adapter itself reads several relations of a row at once in one transaction; pg asks for them in turn anyway. */
const ofPrisma = /^Calling client\.query\(\) when the client is already executing a query is deprecated/

process.on('warning', (warning) => {
  // What Node calls experimental is what it was asked for.
  if (warning.name === 'ExperimentalWarning' || ofPrisma.test(warning.message)) return
  warnings.push(warning.stack ?? String(warning))
})

/** It has a console of its own, for what it cannot simulate. */
type SimulatedBrowser = { virtualConsole: { on(event: 'jsdomError', listener: (error: Error) => void): void } }
const { jsdom } = globalThis as { jsdom?: SimulatedBrowser }
jsdom?.virtualConsole.on('jsdomError', (error) => {
  warnings.push(error.message)
})

async function refuseWarnings(): Promise<void> {
  // Node says a warning a moment after its cause.
  await setImmediate()
  const said = warnings.splice(0)
  if (said.length > 0) throw new Error(`The output holds a warning:\n${said.join('\n')}`)
}

afterEach(refuseWarnings)
afterAll(refuseWarnings)
