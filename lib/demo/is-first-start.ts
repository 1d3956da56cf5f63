import pg from 'pg'

/**
 * Whether nobody has lent a grant here yet, now or ever. Afterwards the demo is its visitor's: what an administrator
 * switched off stays off. The address is given, because the settings of this process may be those of a real Foyer.
 */
export async function isFirstStart(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ lent: boolean }>(
      `SELECT EXISTS (SELECT FROM audit_entry WHERE action = 'connection.lend')
           OR EXISTS (SELECT FROM connection WHERE lent_at IS NOT NULL) AS lent`,
    )
    return rows[0]?.lent === false
  } finally {
    await client.end()
  }
}
