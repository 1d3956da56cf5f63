import fc from 'fast-check'
import { expect, test } from 'vitest'
import { downloadResponse } from './download.ts'

/** The plain name for old programs, and the full one. */
function namesOf(name: string): { plain: string; whole: string } {
  const header = downloadResponse({ name, extension: 'csv', body: nothing() }).headers.get('content-disposition')
  const [, plain = '', whole = ''] = /^attachment; filename="([^"]*)"; filename\*=UTF-8''(.*)$/.exec(header ?? '') ?? []
  return { plain, whole: decodeURIComponent(whole) }
}

async function* nothing(): AsyncGenerator<string> {}

test('full-width characters cannot lead out of a folder', () => {
  expect(namesOf('．．／．．＼secret：x').plain).toBe('secret x.csv')
  expect(namesOf('．．').plain).toBe('Foyer.csv')
  expect(namesOf('日本').plain).toBe('Foyer.csv')
})

test('an ordinary name is kept', () => {
  expect(namesOf('Überblick 2026-11-24')).toEqual({
    plain: 'Uberblick 2026-11-24.csv',
    whole: 'Überblick 2026-11-24.csv',
  })
})

test('whatever people type, neither name contains a separator or starts with a dot', () => {
  const letters = fc.constantFrom('／', '＼', '．', '/', '\\', '.', '：', '＂', '%', ' ', 'é', 'a', '‥', '…', '℀', '￨')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: letters }),
        fc.string({ unit: fc.integer({ min: 1, max: 0xd7ff }).map((code) => String.fromCodePoint(code)) }),
      ),
      (name) => {
        const { plain, whole } = namesOf(name)
        for (const one of [plain, whole]) {
          expect(one).toMatch(/\.csv$/)
          expect(one).not.toMatch(/[/\\:*?<>|"]|^\./)
        }
      },
    ),
  )
})
