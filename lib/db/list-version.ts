import type { Tx } from './client.ts'

/** A number per list that goes up with every change to what the list shows. */
export type ListName = 'meetings'

/** The last statement of its transaction, because it locks one hot row. */
export async function bumpListVersion(tx: Tx, name: ListName): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO list_version (name, version) VALUES (${name}, 1)
    ON CONFLICT (name) DO UPDATE SET version = list_version.version + 1`
}
