import { SchemaEngine } from '@prisma/schema-engine-wasm'

/** A schema without tables: where the first migration starts. */
export const emptySchema = 'datasource db {\n  provider = "postgresql"\n}\n'

/**
 * The SQL that leads from one `schema.prisma` to another, or null when they mean the same. Prisma's own engine compares
 * the two texts alone, so what only SQL can express (triggers, partial indexes) never counts as a difference.
 */
export async function diffSchemas(from: string, to: string): Promise<string | null> {
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, noDatabase())
  try {
    const { exitCode, stdout } = await engine.diff({
      from: schema(from),
      to: schema(to),
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return exitCode === 0 ? null : (stdout ?? '')
  } finally {
    engine.free()
  }
}

function schema(content: string) {
  return { tag: 'schemaDatamodel' as const, files: [{ path: 'schema.prisma', content }] }
}

/** The engine insists on a connection and only asks it for the server's version; comparing texts needs no more. */
function noDatabase() {
  const connection = {
    provider: 'postgres',
    adapterName: 'no-database',
    getConnectionInfo: () => ok({ schemaName: 'public', supportsRelationJoins: true }),
    queryRaw: async () =>
      ok({
        columnNames: ['exists', 'version', 'numeric_version'],
        columnTypes: [5, 7, 0],
        rows: [[true, 'PostgreSQL 15.0', 150_000]],
      }),
    executeRaw: async () => ok(0),
    executeScript: async () => ok(undefined),
    startTransaction: async () => {
      throw new Error('Comparing two schemas needs no transaction.')
    },
    dispose: async () => ok(undefined),
  }
  return { ...connection, connect: async () => ok(connection), connectToShadowDb: async () => ok(connection) }
}

function ok<T>(value: T) {
  return { ok: true as const, value }
}
