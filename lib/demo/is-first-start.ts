import pg from 'pg'

/**
 * Whether nobody has ever lent a grant here. After that the demo belongs to its visitor: what an administrator
 * switched off stays off. Takes the address, because this process's own settings may be a real Foyer's.
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
