import { journeyLine, journeyTime } from '#lib/cli/journey-time.ts'
import { startWorld } from './world.ts'

/** One world for all journeys; where it is reaches the test processes through their environment. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const time = journeyTime(process.env.FOYER_TEST_AT, new Date())
  process.stdout.write(`${journeyLine(time)}\n`)
  const world = await startWorld({ SANDBOX_STARTS_AT: time.at.toISOString() })
  process.env.FOYER_PORTAL = world.portal
  process.env.FOYER_SANDBOX = world.sandbox
  process.env.FOYER_DATA_DIR = world.dataDir
  return () => world.stop()
}
