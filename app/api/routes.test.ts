import { beforeAll, describe, expect, test } from 'vitest'
import { setEnv } from '#lib/env.ts'
import { madeByRoute, type RouteHandler } from '#lib/http/route.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
const modules = import.meta.glob<Record<string, RouteHandler>>('./**/route.ts', { eager: true })
/** next-auth answers its own addresses. */
const notOurs = ['./auth/[...nextauth]/route.ts']
/** Everything else needs somebody who signed in. */
const openToAnyone = [
  './livez/route.ts GET',
  './readyz/route.ts GET',
  ...['GET', 'POST', 'PUT', 'DELETE'].map((method) => `./[...nowhere]/route.ts ${method}`),
]

const handlers = Object.entries(modules)
  .filter(([file]) => !notOurs.includes(file))
  .flatMap(([file, module]) =>
    methods
      .filter((method) => method in module)
      .map((method) => ({ file, method, handler: module[method] as RouteHandler })),
  )

beforeAll(() => setEnv({ appUrl: 'https://meet.example.com' }))

describe('every handler under app/api', () => {
  test('exists', () => expect(handlers.length).toBeGreaterThan(5))

  test.each(handlers)('$method $file is made by route()', ({ handler }) => {
    expect(handler[madeByRoute]).toBeDefined()
  })

  test.each(handlers.filter(({ file, method }) => !openToAnyone.includes(`${file} ${method}`)))(
    '$method $file turns a stranger away before anything else',
    async ({ method, handler }) => {
      const request = new Request('https://meet.example.com/api/x?nonsense=1', {
        method,
        headers: { origin: 'https://meet.example.com', 'x-foyer': '1', 'content-type': 'application/json' },
        ...(method === 'GET' || method === 'HEAD' ? {} : { body: '{"nonsense":1}' }),
      })
      const response = await handler(request, { params: Promise.resolve({ id: '0' }) })
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({ code: 'unauthenticated' })
    },
  )
})
