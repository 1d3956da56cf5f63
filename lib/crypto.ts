import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from '#lib/env.ts'

/**
 * Encrypts with the first key of the ring, AES-256-GCM. `boundTo` names the row and column of the text:
 * a ciphertext moved elsewhere does not decrypt.
 * @returns `id.iv.tag.text`, each part base64url.
 */
export function encrypt(plain: string, boundTo: string): string {
  const { id, key } = newestKey()
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(boundTo))
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return [id, iv.toString('base64url'), cipher.getAuthTag().toString('base64url'), text.toString('base64url')].join('.')
}

/** @throws Error when the key has left the ring, or the text was tampered with or belongs elsewhere. */
export function decrypt(encrypted: string, boundTo: string): string {
  const [id = '', iv = '', tag = '', text = ''] = encrypted.split('.')
  const entry = env().encryptionKeys.find((candidate) => candidate.id === id)
  if (!entry) throw new Error(`ENCRYPTION_KEYS has no key "${id}", which stored data still needs.`)
  const decipher = createDecipheriv('aes-256-gcm', entry.key, Buffer.from(iv, 'base64url'), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(boundTo)).setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8')
}

/** 256 bits by default, as base64url. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url')
}

/** For high-entropy secrets only; hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export function safeEqual(a: string, b: string): boolean {
  const [left, right] = [createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest()]
  return timingSafeEqual(left, right)
}

function newestKey(): { id: string; key: Buffer } {
  const first = env().encryptionKeys[0]
  if (!first) throw new Error('ENCRYPTION_KEYS is not set.')
  return first
}
