import type { Migration } from './migrations.ts'

export type AppliedMigration = { name: string; checksum: string }

/**
 * What is left to apply. Old and new processes share a database, so what was applied must be a beginning of what is known.
 * @throws Error with a sentence when the database is ahead of this Foyer or an applied migration was edited.
 */
export function planMigration(known: Migration[], applied: AppliedMigration[]): Migration[] {
  const names = new Set(known.map(({ name }) => name))
  const future = applied.find(({ name }) => !names.has(name))
  if (future) {
    throw new Error(
      `This database comes from a newer Foyer: it holds the migration "${future.name}", which this one does not know. Start the newer version.`,
    )
  }
  for (const [index, { name, checksum }] of applied.entries()) {
    const expected = known[index]
    if (expected?.name !== name) {
      throw new Error(`The migration "${name}" was applied before "${expected?.name}", which should come first.`)
    }
    if (expected.checksum !== checksum) {
      throw new Error(
        `The migration "${name}" was changed after this database had applied it. Restore its file; change the schema with a new migration.`,
      )
    }
  }
  return known.slice(applied.length)
}
