/**
 * A text as searches compare it: words with one space between them, without case, accents, compatibility forms and
 * punctuation: `Wójcik` is `wojcik`, `STRASSE` and `Straße` are `strasse`, `O’Brien` is `o brien`. Empty when there is no
 * word. The function `search_words` of the database does the same, and columns depend on it (decision 019): neither can
 * be changed alone.
 */
export function fold(text: string): string {
  return inWords(letters(text))
}

/** Punctuation and spaces become one space. */
export function inWords(folded: string): string {
  return folded.replace(separators, ' ').trim()
}

/** Only the letters of it: punctuation and spaces stay. */
export function letters(text: string): string {
  if (ascii.test(text)) return text.toLowerCase()
  return (
    text
      // Germans type it for an apostrophe; its compatibility form is a space.
      .replaceAll('´', "'")
      .replace(young, '')
      .normalize('NFKD')
      .replace(dropped, '')
      .toLowerCase()
      .replace(withoutAccents, (letter) => plain[letter] ?? letter)
      .replace(signs, ' $&')
  )
}

/** Most texts: nothing else has to be done to them. */
export const ascii = /^[\0-\x7F]*$/

/**
 * Signs of Unicode 15 and later that are compatible with others: PostgreSQL 15 does not know it yet, and an index must
 * not depend on the server's version.
 */
const young =
  /[\uA7F1\u{105C9}\u{105E4}\u{11383}\u{11385}\u{1138E}\u{11391}\u{113C5}\u{113C7}\u{113C8}\u{16121}-\u{16128}\u{16D68}-\u{16D6A}\u{1CCD6}-\u{1CCF9}\u{1E030}-\u{1E06D}]/gu

/** Accents, vowel points of Hebrew and Arabic, and what is invisible. Vowel signs of Indic scripts and Thai are letters. */
const dropped =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each sign by itself is what is meant
  /[\u00AD\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u061C\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u180B-\u180F\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200F\u202A-\u202E\u2060-\u206F\u20D0-\u20FF\u2DE0-\u2DFF\uA66F-\uA672\uA674-\uA67D\uA69E\uA69F\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF\u{E0100}-\u{E01EF}]/gu

/** Letters that Unicode does not take apart, as people type them who have no such key. */
const plain: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ŋ: 'n', ĸ: 'k', ı: 'i' },
  ...{ ȷ: 'j', ƀ: 'b', ɓ: 'b', ɖ: 'd', ɗ: 'd', ǝ: 'e', ə: 'e', ɛ: 'e', ɨ: 'i', ƙ: 'k', ɲ: 'n', ɔ: 'o', ʉ: 'u', ƴ: 'y' },
  ...{ ƶ: 'z', ς: 'σ' },
}
const withoutAccents = new RegExp(`[${Object.keys(plain).join('')}]`, 'g')

/** Scripts that put no space between words: every sign begins one. */
const signs =
  /[\u3005-\u3007\u3021-\u3029\u3041-\u3096\u309D-\u309F\u30A1-\u30FA\u30FC-\u30FF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{3FFFF}]/gu

/** Spaces, punctuation and symbols. What is not named here is part of a word. */
const separators =
  /[\0-/:-@[-`{-\u00BF\u00D7\u00F7\u02B9-\u02DF\u02E5-\u02FF\u0375\u037E\u0387\u055A-\u055F\u0589-\u058F\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u0600-\u060F\u061B-\u061F\u066A-\u066D\u06D4\u06DD\u06DE\u06E9\u0700-\u070D\u0964\u0965\u0E3F\u0E4F\u0E5A\u0E5B\u0F01-\u0F17\u104A-\u104F\u10FB\u1360-\u1368\u1400\u1680\u16EB-\u16ED\u17D4-\u17DB\u1800-\u180A\u2000-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020\u3030\u303D-\u303F\u30A0\u30FB\u3200-\u33FF\uA4FE\uA4FF\uA60D-\uA60F\uA78B\uA78C\uA876\uA877\uE000-\uF8FF\uFD3E\uFD3F\uFDFD\uFE10-\uFE19\uFE30-\uFE6F\uFFF0-\uFFFF\u{1F000}-\u{1FAFF}]+/gu
