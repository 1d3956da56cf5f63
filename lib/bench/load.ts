import autocannon from 'autocannon'

export type Measured = { perSecond: number; p99Ms: number; errors: number }
/** `isFromMany`: each request from another address, as behind a proxy, so that none is limited. */
export type Target = { url: string; headers?: Record<string, string>; isFromMany?: boolean }

const connections = 50

/** One round of load. Anything but a success or a 304 counts as an error: a fast refusal is not speed. */
async function measure(target: Target, seconds: number): Promise<Measured> {
  const { url, headers = {}, isFromMany = false } = target
  const from = isFromMany ? { requests: [{ setupRequest: fromAnother }] } : {}
  const result = await autocannon({ url, headers, connections, duration: seconds, ...from })
  const refused = result['4xx'] + result['5xx']
  return { perSecond: result.requests.average, p99Ms: result.latency.p99, errors: result.errors + refused }
}

let sent = 0

function fromAnother(request: autocannon.Request): autocannon.Request {
  sent += 1
  const address = `10.${(sent >> 16) & 15}.${(sent >> 8) & 255}.${sent & 255}`
  return { ...request, headers: { ...request.headers, 'x-forwarded-for': address } }
}

/**
 * Measures two targets alternately, A B A B …, and returns each one's median: the machine's mood affects both alike.
 */
export async function measurePair(subject: Target, control: Target, options: { rounds: number; seconds: number }) {
  const subjects: Measured[] = []
  const controls: Measured[] = []
  await measure(subject, 1)
  await measure(control, 1)
  for (let round = 0; round < options.rounds; round += 1) {
    subjects.push(await measure(subject, options.seconds))
    controls.push(await measure(control, options.seconds))
  }
  return { subject: median(subjects), control: median(controls) }
}

function median(rounds: Measured[]): Measured {
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return {
    perSecond: middle(rounds.map((round) => round.perSecond)),
    p99Ms: middle(rounds.map((round) => round.p99Ms)),
    errors: rounds.reduce((sum, round) => sum + round.errors, 0),
  }
}
