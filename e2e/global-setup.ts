import { startWorld } from './world.ts'

/** One world for all journeys; where it is reaches the test processes through their environment. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const world = await startWorld()
  process.env.FOYER_PORTAL = world.portal
  process.env.FOYER_SANDBOX = world.sandbox
  process.env.FOYER_DATA_DIR = world.dataDir
  return () => world.stop()
}
