import { ascii, inWords, letters } from './fold.ts'

/**
 * The ways to read a text, folded, as it stands first; none where there is no word. A name may be known by another than
 * the one it stands in: with or without its apostrophe (`O’Brien`: `o brien`, `obrien`), with its umlauts written out
 * (`Müller`: `muller`, `mueller`), by the given name that Korean adds to the family's without a space. What is typed is
 * found where one of its readings is one of the text's.
 */
export function readingsOf(text: string): string[] {
  const said = withAndWithoutApostrophes(text)
  if (ascii.test(text)) return said.filter((reading) => reading !== '')
  const writtenOut = writeOut(text)
  const apart = said.map(familyNameApart)
  const isApart = apart.some((reading, nth) => reading !== said[nth])
  return [
    ...said,
    ...(writtenOut === text ? [] : withAndWithoutApostrophes(writtenOut)),
    ...(isApart ? apart : []),
  ].filter((reading) => reading !== '')
}

/**
 * The words by which a text with these readings is found, each after a space: what a folded column holds. With
 * `readingsOf` it does the same as the function `search_readings` of the database (decision 019): change both, or
 * neither.
 */
export function searchWords(readings: readonly string[]): string {
  return readings.map((reading) => ` ${reading}`).join('')
}

function withAndWithoutApostrophes(text: string): string[] {
  const folded = letters(text)
  const joined = folded.replace(apostrophes, '')
  return [folded, ...(joined === folded ? [] : [joined])].map(inWords)
}

const apostrophes = /['`\u02B9\u02BB-\u02BF\u02C8\u05F3\u2018\u2019\u201B\u2032\uA78C]/gu

/** As Germans, Swedes and Danes write them who have no such key. */
function writeOut(text: string): string {
  return text
    .replace(/[äÄ]|[aA]\u0308/gu, 'ae')
    .replace(/[öÖøØ]|[oO]\u0308/gu, 'oe')
    .replace(/[üÜ]|[uU]\u0308/gu, 'ue')
    .replace(/[\u00E5\u00C5\u212B]|[aA]\u030A/gu, 'aa')
}

/** `김민수` is Kim Min-su, `남궁민수` is Namgung Min-su: the last two syllables are the given name. */
function familyNameApart(reading: string): string {
  return reading.replace(koreanName, '$1 $2')
}

/** Folding takes syllables apart. */
const syllable = '[\u1100-\u1112][\u1161-\u1175][\u11A8-\u11C2]?'
const koreanName = new RegExp(`(?<![^ ])((?:${syllable}){1,2})((?:${syllable}){2})(?![^ ])`, 'gu')
