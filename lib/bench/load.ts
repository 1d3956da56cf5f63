import autocannon from 'autocannon'

export type Measured = { perSecond: number; p99Ms: number; errors: number }
export type Target = { url: string; headers?: Record<string, string> }

const connections = 50

/** One round of load. Anything but a success or a 304 counts as an error: a fast refusal is not speed. */
async function measure(target: Target, seconds: number): Promise<Measured> {
  const result = await autocannon({ url: target.url, headers: target.headers ?? {}, connections, duration: seconds })
  const refused = result['4xx'] + result['5xx']
  return { perSecond: result.requests.average, p99Ms: result.latency.p99, errors: result.errors + refused }
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
