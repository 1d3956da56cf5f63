import { beforeEach, describe, expect, test } from 'vitest'
import { decrypt, encrypt, randomToken, safeEqual } from './crypto.ts'
import { setEnv } from './env.ts'

const oldKey = { id: 'old', key: Buffer.alloc(32, 1) }
const newKey = { id: 'new', key: Buffer.alloc(32, 2) }

beforeEach(() => setEnv({ encryptionKeys: [oldKey] }))

describe('encryption', () => {
  test('gives back what was put in, and never the same text twice', () => {
    const first = encrypt('the grant', 'connection 1 access')
    expect(decrypt(first, 'connection 1 access')).toBe('the grant')
    expect(encrypt('the grant', 'connection 1 access')).not.toBe(first)
    expect(first).not.toContain('grant')
  })

  test('a ciphertext moved to another row does not decrypt', () => {
    expect(() => decrypt(encrypt('the grant', 'connection 1 access'), 'connection 2 access')).toThrow()
  })

  test('a changed ciphertext does not decrypt', () => {
    const text = encrypt('the grant', 'row')
    const changed = text.slice(0, -2) + (text.endsWith('AA') ? 'BB' : 'AA')
    expect(() => decrypt(changed, 'row')).toThrow()
  })

  test('keys rotate without downtime: old texts still open, new ones use the first key', () => {
    const before = encrypt('the grant', 'row')
    setEnv({ encryptionKeys: [newKey, oldKey] })
    expect(decrypt(before, 'row')).toBe('the grant')
    expect(encrypt('the grant', 'row')).toMatch(/^new\./)
  })

  test('a missing key is named', () => {
    const before = encrypt('the grant', 'row')
    setEnv({ encryptionKeys: [newKey] })
    expect(() => decrypt(before, 'row')).toThrow('ENCRYPTION_KEYS has no key "old"')
  })
})

test('tokens have 256 bits, and comparing tells equal from different', () => {
  expect(Buffer.from(randomToken(), 'base64url')).toHaveLength(32)
  expect(randomToken()).not.toBe(randomToken())
  expect(safeEqual('a', 'a')).toBe(true)
  expect(safeEqual('a', 'ab')).toBe(false)
})
