import '#lib/node-version.ts'

import { isAway } from '#lib/db/is-away.ts'
import { env } from '#lib/env.ts'
import { ensureBuild } from './ensure-build.ts'
import { openDatabase } from './open-database.ts'
import { createProcesses } from './processes.ts'
import { localAddress, requireFreePorts } from './require-free-ports.ts'
import { runHouse } from './run-house.ts'

/** `npm start`: web and worker of a real company on one machine. Their logs are on stdout, ours on stderr. */
await runHouse(async (house) => {
  const { port, host, appUrl, dataDir, databaseUrl } = env()
  await requireFreePorts([{ setting: 'PORT', port, host }])
  const database = await openDatabase(house, { owner: 'start', dataDir, databaseUrl })
  await ensureBuild(house)
  const processes = createProcesses({ logFolder: null, say: house.say, isExcused: () => isAway(database.url) })
  house.onStop({ stop: processes.stop, force: processes.kill })
  house.watch(processes.trouble)
  // We bring the schema up to date: a process that is early waits for it.
  const args = ['--being-migrated']
  await processes.start({ name: 'worker', title: 'the worker', script: 'lib/worker/main.ts', args })
  await processes.start({
    name: 'web',
    title: 'the web server',
    script: 'lib/http/main.ts',
    args,
    readyUrl: `${localAddress(host, port)}/api/readyz`,
  })
  house.say(`Foyer is ready at ${appUrl}`)
})
