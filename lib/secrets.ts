import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataDir } from '#lib/make-data-dir.ts'
import { readOrNull } from '#lib/read-or-null.ts'

export type Secrets = { authSecret: string; encryptionKeys: { id: string; key: Buffer }[] }

/**
 * The secrets of an embedded installation, generated at the first start and kept beside its data with mode 0600.
 * Two processes starting at once agree: the file appears complete or not at all, and the first one wins.
 */
export function embeddedSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json')
  const text = readOrNull(path) ?? create(path, dataDir)
  const stored = JSON.parse(text) as { authSecret: string; encryptionKeys: { id: string; key: string }[] }
  return {
    authSecret: stored.authSecret,
    encryptionKeys: stored.encryptionKeys.map(({ id, key }) => ({ id, key: Buffer.from(key, 'base64') })),
  }
}

function create(path: string, dataDir: string): string {
  makeDataDir(dataDir)
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  const text = JSON.stringify({
    authSecret: randomBytes(32).toString('base64'),
    encryptionKeys: [{ id: 'k1', key: randomBytes(32).toString('base64') }],
  })
  writeFileSync(draft, text, { mode: 0o600 })
  try {
    linkSync(draft, path)
    return text
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readFileSync(path, 'utf8')
  } finally {
    unlinkSync(draft)
  }
}
