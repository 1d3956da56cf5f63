import '#lib/node-version.ts'

import { join } from 'node:path'
import { ensureBuild } from '#lib/cli/ensure-build.ts'
import { openDatabase } from '#lib/cli/open-database.ts'
import { createProcesses } from '#lib/cli/processes.ts'
import { localAddress, requireFreePorts } from '#lib/cli/require-free-ports.ts'
import { runHouse } from '#lib/cli/run-house.ts'
import { isAway } from '#lib/db/is-away.ts'
import { refuseIfOwned } from '#lib/db/owner-lock.ts'
import { env } from '#lib/env.ts'
import { demoAddresses, demoSettings } from './demo-settings.ts'
import { giveFirstGrant } from './first-grant.ts'
import { isFirstStart } from './is-first-start.ts'

/**
 * `npm run demo`: a whole Foyer with a company to try it on. With `--dev` (`npm run dev`) the same, with pages compiled
 * on demand and logs on stdout.
 */
await runHouse(async (house) => {
  const isDev = process.argv.includes('--dev')
  const { port, sandboxPort, demoSigninPort, appUrl, dataDir } = env()
  const { sandbox, signIn } = demoAddresses()
  const settings = demoSettings()
  const host = settings.HOST ?? null

  refuseIfOwned(dataDir)
  await requireFreePorts([
    { setting: 'PORT', port, host },
    { setting: 'SANDBOX_PORT', port: sandboxPort, host: '127.0.0.1' },
    { setting: 'DEMO_SIGNIN_PORT', port: demoSigninPort, host: '127.0.0.1' },
  ])
  // The build takes longest and needs no database, so both run at once.
  const built = isDev ? Promise.resolve() : ensureBuild(house)
  house.watch(built.then(() => new Promise<never>(() => undefined)))
  const database = await openDatabase(house, { owner: isDev ? 'dev' : 'demo', dataDir, databaseUrl: null })
  await database.migrated
  const isFirst = await isFirstStart(database.url)

  const processes = createProcesses({
    logFolder: isDev ? null : join(dataDir, 'logs'),
    say: house.say,
    isExcused: () => isAway(database.url),
  })
  house.onStop({ stop: processes.stop, force: processes.kill })
  house.watch(processes.trouble)
  house.say('Starting the GoTo sandbox and the company sign-in …')
  await processes.start({
    name: 'sandbox',
    title: 'the GoTo sandbox',
    script: 'lib/sandbox/main.ts',
    settings,
    readyUrl: `${sandbox}/__sandbox/clock`,
  })
  await processes.start({
    name: 'company-sign-in',
    title: 'the company sign-in',
    script: 'lib/demo/company-sign-in.ts',
    settings,
    readyUrl: `${signIn}/.well-known/openid-configuration`,
  })
  await processes.start({ name: 'worker', title: 'the worker', script: 'lib/worker/main.ts', settings })
  await built
  house.say('Starting the portal …')
  await processes.start({
    name: 'web',
    title: 'the web server',
    script: 'lib/http/main.ts',
    args: isDev ? ['--dev'] : [],
    settings,
    readyUrl: `${localAddress(host, port)}/api/readyz`,
  })
  if (isFirst) await giveFirstGrant({ portal: appUrl, say: house.say })
  process.stdout.write(`Foyer is ready at ${appUrl}\n`)
  house.say(whoCanSignIn(appUrl))
})

function whoCanSignIn(appUrl: string): string {
  return `
Who can sign in at ${appUrl}/sign-in:
  erin@example.com    employee                       with the company
  olivia@example.com  organizer                      with the company or GoTo
  mara@example.com    organizer, manages Sales       with the company or GoTo
  adam@example.com    administrator                  with the company or GoTo
Neither sign-in is real: pick a person, no password. Ctrl-C stops everything; your data is kept.`
}
