import '#lib/node-version.ts'

import { env } from '#lib/env.ts'
import { ensureBuild } from './ensure-build.ts'
import { runCommand } from './run-command.ts'

/** `npm run build`: the pages, unless they are built from exactly these sources already. */
await runCommand(async () => {
  await ensureBuild({ say: (line) => process.stderr.write(`${line}\n`), onStop: () => undefined })
  return `The pages are built in ${env().buildDir}.`
})
