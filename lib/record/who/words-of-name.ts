import { plainName } from './plain-name.ts'

/**
 * The words two names are compared by, each once and in order: `Lee, Ann`, `ann lee` and `Ann Lee’s iPhone` are alike.
 * For an address typed as a name, only the part before the @ counts. A name without letters is its own word.
 */
export function wordsOfName(name: string): string[] {
  const plain = plainName(name)
  const words = plain
    .replace(/^(\S+)@\S+$/u, '$1')
    .replace(/\bd'(?=\p{L})/gu, '')
    .replace(/'s(?![\p{L}\p{N}])/gu, '')
    .replaceAll("'", '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
  const others = words.some((word) => devices.has(word))
    ? words.filter((word) => !devices.has(word) && !between.has(word))
    : words
  const said = others.length > 0 ? others : words.length > 0 ? words : plain === '' ? [] : [plain]
  return [...new Set(said)].sort()
}

/** Whether all words of one are among the other's. If so either way round, one person may have both names. */
export function hasAllWords(of: readonly string[], words: readonly string[]): boolean {
  return words.length <= of.length && words.every((word) => of.includes(word))
}

const devices = new Set(
  'iphone ipad ipod android galaxy samsung pixel phone smartphone mobile cell handy tablet laptop notebook macbook mac imac pc desktop computer browser'.split(
    ' ',
  ),
)
/** What links a device to its owner. */
const between = new Set(['von', 'de', 'of', 'di', 'van', 'da', 'do', 'del', 'pro', 'air', 'mini'])
