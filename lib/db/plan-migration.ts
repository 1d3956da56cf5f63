import type { Migration } from './migrations.ts'

export type AppliedMigration = { name: string; checksum: string }

/**
 * What is left to apply. Old and new processes share a database, so applied migrations must be a prefix of known ones.
 * @throws Error with a sentence when the database is ahead of this Foyer or an applied migration was edited.
 */
export function planMigration(known: Migration[], applied: AppliedMigration[]): Migration[] {
  const names = new Set(known.map(({ name }) => name))
  const future = applied.find(({ name }) => !names.has(name))
  if (future) {
    throw new Error(
      `This database comes from a newer Foyer: it holds the migration "${future.name}", which this version does not know. Start the newer version.`,
    )
  }
  for (const [index, { name, checksum }] of applied.entries()) {
    const expected = known[index]
    if (expected?.name !== name) {
      throw new Error(`The migration "${name}" was applied before "${expected?.name}", which should come first.`)
    }
    if (expected.checksum !== checksum) {
      throw new Error(
        `The migration "${name}" was changed after this database applied it. Restore its file, and change the schema in a new migration.`,
      )
    }
  }
  return known.slice(applied.length)
}
