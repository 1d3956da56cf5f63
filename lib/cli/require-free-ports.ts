import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

export type WantedPort = { setting: string; port: number; host: string | null }

/**
 * Resolves when every port is free. Waits for one that a stopping predecessor still holds.
 * @throws Error with a sentence naming the port and its setting.
 */
export async function requireFreePorts(wanted: WantedPort[], patienceMs = 4_000): Promise<void> {
  for (const { setting, port } of wanted) {
    const twin = wanted.find((other) => other.port === port && other.setting !== setting)
    if (twin) throw new Error(`${setting} and ${twin.setting} are both ${port}: each needs its own port.`)
  }
  const deadline = performance.now() + patienceMs
  for (const { setting, port, host } of wanted) {
    for (let problem = await listenProblem(port, host); problem; problem = await listenProblem(port, host)) {
      if (host !== null && noAddress.has(problem))
        throw new Error(`Nothing can listen on ${host} (${problem}): set HOST to an address of this machine.`)
      if (problem !== 'EADDRINUSE')
        throw new Error(`Port ${port} cannot be used (${problem}): set ${setting} to another port.`)
      if (performance.now() > deadline) {
        throw new Error(`Port ${port} is in use: stop whatever is using it, or set ${setting} to another port.`)
      }
      await delay(200)
    }
  }
}

/** What isn't the port's fault: a name nobody knows, or another machine's address. */
const noAddress = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'])

/** The address at which this machine reaches a server that listens on `host`; null means everywhere. */
export function localAddress(host: string | null, port: number): string {
  if (host === null || host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function listenProblem(port: number, host: string | null): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ port, host: host ?? undefined, exclusive: true }, () => server.close(() => resolve(null)))
  })
}
