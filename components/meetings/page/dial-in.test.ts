import { expect, test } from 'vitest'
import { dialIn } from './dial-in.ts'

test('numbers can be dialled, access codes cannot', () => {
  expect(dialIn('US: +1 (657) 220-3412\nGermany: +49 69 1234 5678\r\n\nAccess Code: 317-680-365')).toEqual([
    { text: 'US: +1 (657) 220-3412', tel: 'tel:+16572203412' },
    { text: 'Germany: +49 69 1234 5678', tel: 'tel:+496912345678' },
    { text: 'Access Code: 317-680-365', tel: null },
  ])
})

test('an option’s name alone is said in words, and no text is no line', () => {
  expect(dialIn('VoIP')).toEqual([{ text: 'Computer only', tel: null }])
  expect(dialIn(' \n ')).toEqual([])
})
