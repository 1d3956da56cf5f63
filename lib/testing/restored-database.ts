import { pool } from '#lib/db/client.ts'
import { ensureTemplate, freshDatabase, switchTo, type TestDatabase } from './database.ts'

/** One for each template, for as long as this test file runs. */
const opened = new Map<string, TestDatabase>()

/**
 * The database of this test file, with the rows of a template: cloned when a test asks for it first, and put back to
 * those rows for every further test, which costs a tenth of another clone. `fill` writes the rows, once in a test run.
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

/** Beside the tables, in a schema that no test looks into: what is in them, and how to come back to it. */
async function keepRows(): Promise<void> {
  await pool().query(`CREATE SCHEMA kept; ${restore}`)
  const { rows } = await pool().query<{ name: string }>(
    `SELECT quote_ident(relname) AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition`,
  )
  for (const { name } of rows) await pool().query(`CREATE TABLE kept.${name} AS TABLE public.${name}`)
}

/** As a replica would apply them: neither foreign keys nor the guard of the audit are about the rows of a test. */
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
