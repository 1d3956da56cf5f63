import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { v7 as uuid } from 'uuid'
import { now } from '#lib/clock.ts'
import { keepGrant } from '#lib/connections/keep-grant.ts'
import { db, inTransaction } from '#lib/db/client.ts'
import { env, machineVariables } from '#lib/env.ts'
import { openTokenEndpoint } from './token-endpoint.ts'

type Proof = { people: number; requests: number; processes: number; delaySeconds: number }

/**
 * People whose access token has expired and whose refresh token works once; in each process, all their requests at the
 * same time; a token endpoint that takes a while. @returns what every request got, and how often GoTo was called.
 */
export async function proveRefresh({ people, requests, processes, delaySeconds }: Proof) {
  const endpoint = await openTokenEndpoint({ delaySeconds })
  const ids = await Promise.all(Array.from({ length: people }, (_, nth) => endedGrant(endpoint.issue(), nth)))
  const children = Array.from({ length: processes }, () => start(endpoint.url, requests, ids))
  try {
    await Promise.all(children.map((child) => once(child, 'message')))
    const answers = children.map((child) => once(child, 'message'))
    for (const child of children) child.send('go')
    const got = (await Promise.all(answers)).flatMap(([lines]) => lines as string[])
    const rows = await db().connection.findMany({ where: { id: { in: ids } } })
    return { ids, got, redeems: endpoint.redeems(), refusals: endpoint.refusals(), rows }
  } finally {
    for (const child of children) child.kill('SIGKILL')
    await endpoint.close()
  }
}

/** A grant whose access token has expired. */
export async function endedGrant(refreshToken: string, nth = 0): Promise<string> {
  const { id: personId } = await db().person.create({ data: { name: `Person ${nth}`, createdAt: now() } })
  const token = { accessToken: uuid(), expiresInSeconds: 0, refreshToken, scope: '', email: null }
  await inTransaction((tx) =>
    keepGrant(tx, {
      personId,
      accountKey: '1',
      organizerKey: uuid(),
      email: `person${nth}@example.com`,
      isAdministrator: false,
      token: { ...token, organizerKey: null, accountKey: null, firstName: null, lastName: null },
    }),
  )
  const { id } = await db().connection.findUniqueOrThrow({ where: { personId } })
  return id
}

function start(endpoint: string, requests: number, ids: string[]): ChildProcess {
  const { databaseUrl, authSecret, encryptionKeys } = env()
  return fork('lib/testing/refresh-worker.ts', [String(requests), ...ids], {
    env: {
      ...machineVariables(),
      LOG_LEVEL: 'silent',
      DATABASE_URL: databaseUrl ?? '',
      AUTH_SECRET: authSecret,
      ENCRYPTION_KEYS: encryptionKeys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(),
      GOTO_AUTH_URL: endpoint,
      GOTO_CLIENT_ID: 'client',
      GOTO_CLIENT_SECRET: 'secret',
    },
  })
}
