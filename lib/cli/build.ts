import '#lib/node-version.ts'

import { env } from '#lib/env.ts'
import { ensureBuild } from './ensure-build.ts'
import { runCommand } from './run-command.ts'

/** `npm run build`: builds the pages unless a build of exactly these sources exists. */
await runCommand(async () => {
  await ensureBuild({ say: (line) => process.stderr.write(`${line}\n`), onStop: () => undefined })
  return `The pages are built in ${env().buildDir}.`
})
