import { expect, test } from 'vitest'
import { apart } from './apart.ts'

test.each(['שלום', 'مرحبا', 'Payroll\u202E', 'a \u200F'])('%j stands apart from the words around it', (text) => {
  expect(apart(text)).toBe(`\u2068${text}\u2069`)
})

test.each(['Product training', 'Führung', '東京 3', '“42”', '👩\u200D🚀', ''])('%j stays as it is', (text) => {
  expect(apart(text)).toBe(text)
})
