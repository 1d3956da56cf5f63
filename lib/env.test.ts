import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readEnv } from './env.ts'
import { settingNames } from './env-settings.ts'

const key = Buffer.alloc(32, 7).toString('base64')

describe('settings', () => {
  test('without any, Foyer runs on embedded defaults', () => {
    const env = readEnv({})
    expect(env).toMatchObject({
      port: 3000,
      appUrl: 'http://localhost:3000',
      databaseUrl: null,
      gotoRequestsPerSecond: 10,
    })
  })

  test('every wrong one is named with what is expected, all at once', () => {
    expect(() => readEnv({ PORT: 'web', TIME_ZONE: 'Mars/Olympus', ENCRYPTION_KEYS: 'k1:short' })).toThrow(
      /PORT must be a port number[\s\S]*ENCRYPTION_KEYS must be id:base64[\s\S]*TIME_ZONE must be a time zone/,
    )
  })

  test('a misspelt one is not silently ignored', () => {
    expect(() => readEnv({ GOTO_CLIENTID: 'x' })).toThrow('GOTO_CLIENTID is not a Foyer setting')
  })

  test('plain http anywhere but on localhost must be allowed explicitly', () => {
    expect(() => readEnv({ APP_URL: 'http://meet.example.com' })).toThrow(/ALLOW_INSECURE_HTTP=1/)
    expect(readEnv({ APP_URL: 'http://meet.example.com', ALLOW_INSECURE_HTTP: '1' }).appUrl).toBe(
      'http://meet.example.com',
    )
    expect(readEnv({ APP_URL: 'http://localhost:8080' }).appUrl).toBe('http://localhost:8080')
  })

  test('an external database needs secrets that outlive the machine', () => {
    const DATABASE_URL = 'postgresql://foyer@db/foyer'
    expect(() => readEnv({ DATABASE_URL })).toThrow(/AUTH_SECRET is needed[\s\S]*ENCRYPTION_KEYS is needed/)
    const env = readEnv({ DATABASE_URL, AUTH_SECRET: 'x'.repeat(32), ENCRYPTION_KEYS: `new:${key},old:${key}` })
    expect(env.encryptionKeys.map(({ id }) => id)).toEqual(['new', 'old'])
  })

  test('the example explains exactly the settings that exist', () => {
    const explained = [...readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z_]+)=/gm)].map(
      (match) => match[1] as string,
    )
    expect(explained.sort()).toEqual([...settingNames].sort())
  })
})
