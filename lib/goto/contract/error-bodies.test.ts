import { expect, test } from 'vitest'
import { gotoErrorBodies, readBearerChallenge, readGotoError } from './error-bodies.ts'

const bodies = [
  ['product', { int_err_code: 'InvalidToken', msg: 'Invalid token passed' }, 'InvalidToken', 'Invalid token passed'],
  ['legacy', { err: 'BadRequest', message: 'no subject' }, 'BadRequest', 'no subject'],
  ['resource', { error: { resource: '/rest/meetings', message: 'invalid json' } }, null, 'invalid json'],
  [
    'incident',
    { errorCode: 'NotFound', description: 'no such webinar', incident: '81' },
    'NotFound',
    'no such webinar',
  ],
  ['edge', { errorCode: 'NOT_FOUND', message: 'no route' }, 'NOT_FOUND', 'no route'],
  ['admin', { incidentId: '81', errors: [{ code: 'user.not.found', value: '7' }] }, 'user.not.found', '7'],
  ['oauth', { error: 'invalid_grant', error_description: 'expired' }, 'invalid_grant', 'expired'],
] as const

test.each(bodies)('an error of the family %s is understood', (family, body, code, message) => {
  expect(gotoErrorBodies[family].safeParse(body).success).toBe(true)
  expect(readGotoError(body)).toEqual({ family, code, message })
  expect(readGotoError([{ ...body, more: 1 }])).toEqual({ family, code, message })
})

test('an error of the Admin API may have no value', () => {
  const body = { incidentId: '81', errors: [{ code: 'not.authenticated' }] }
  expect(readGotoError(body)).toEqual({ family: 'admin', code: 'not.authenticated', message: null })
})

test('every family has an example', () => {
  expect(bodies.map(([family]) => family).sort()).toEqual(Object.keys(gotoErrorBodies).sort())
})

test('the other spelling of the code is read too', () => {
  expect(readGotoError({ int_error_code: 'X', msg: 'y' })).toEqual({ family: 'product', code: 'X', message: 'y' })
})

test.each([undefined, null, 'text', 7, [], {}, { int_err_code: 5 }, { errors: 'many' }])('%j says nothing', (body) => {
  expect(readGotoError(body)).toEqual({ family: null, code: null, message: null })
})

test('the identity API reports a bad token in a header', () => {
  expect(readBearerChallenge('Bearer error="invalid_token",error_description="expired"')).toBe('invalid_token')
  expect(readBearerChallenge('Bearer realm="x"')).toBeNull()
  expect(readBearerChallenge(null)).toBeNull()
})
