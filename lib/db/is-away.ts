import pg from 'pg'

/** Whether nobody can connect to the database now, asked without any connection of ours. */
export async function isAway(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return false
  } catch {
    return true
  } finally {
    client.end().catch(() => undefined)
  }
}
