import '#lib/node-version.ts'

import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { machineVariables } from '#lib/env.ts'

/**
 * Generates the database client in lib/db/generated. Runs after every install, so it needs no network: Prisma insists
 * on a schema engine it would download, but generation never starts it, and any existing file satisfies it.
 */
const prisma = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build', 'index.js')
const { status } = spawnSync(process.execPath, [prisma, 'generate', '--schema', 'prisma/schema.prisma', '--no-hints'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    ...machineVariables(),
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  },
})
process.exit(status ?? 1)
