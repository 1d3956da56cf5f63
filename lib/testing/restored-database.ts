import { pool } from '#lib/db/client.ts'
import { ensureTemplate, freshDatabase, switchTo, type TestDatabase } from './database.ts'

/** One per template, for as long as this test file runs. */
const opened = new Map<string, TestDatabase>()

/**
 * This test file's database with a template's rows: cloned when a test first asks for it, and reset to those rows for
 * every further test at a tenth of the cost of a clone. `fill` writes the rows, once per test run.
 */
export async function restoredDatabase(template: string, fill: () => Promise<void>): Promise<void> {
  const known = opened.get(template)
  if (known) {
    await switchTo(known.url)
    await pool().query('SELECT kept.restore()')
    return
  }
  await ensureTemplate(template, async () => {
    await fill()
    await keepRows()
  })
  opened.set(template, await freshDatabase(template))
}

export async function closeRestored(): Promise<void> {
  for (const database of opened.values()) await database.close()
  opened.clear()
}

/** Keeps the tables' contents, and a way back to them, in a schema no test looks into. */
async function keepRows(): Promise<void> {
  await pool().query(`CREATE SCHEMA kept; ${restore}`)
  const { rows } = await pool().query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition`,
  )
  for (const { name } of rows) await pool().query(`CREATE TABLE kept.${name} AS TABLE public.${name}`)
}

/** In replica mode: foreign keys and the audit log's guard are not meant for a test's rows. */
const restore = `
  CREATE FUNCTION kept.restore() RETURNS void LANGUAGE plpgsql SET session_replication_role = replica AS $$
  DECLARE
    name text;
    columns text;
  BEGIN
    FOR name IN SELECT quote_ident(nspname) FROM pg_namespace
      WHERE nspname NOT LIKE 'pg\\_%' AND nspname NOT IN ('public', 'kept', 'information_schema')
    LOOP
      EXECUTE 'DROP SCHEMA ' || name || ' CASCADE';
    END LOOP;
    FOR name IN SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'kept' LOOP
      EXECUTE 'DELETE FROM public.' || name;
      -- What the database makes of others cannot be put in.
      SELECT string_agg(quote_ident(attname), ', ') INTO columns FROM pg_attribute
        WHERE attrelid = ('public.' || name)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
      EXECUTE format('INSERT INTO public.%1$s (%2$s) SELECT %2$s FROM kept.%1$s', name, columns);
    END LOOP;
  END $$`
