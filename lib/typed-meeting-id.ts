/**
 * The meeting ID in what people type or paste, as digits: the number however it is grouped, a link, a number to dial
 * with its code, or a whole invitation. null: there is none, or there are several, and nobody guesses.
 */
export function parseMeetingId(typed: string): string | null {
  return firstOf(anywhere, typed)
}

/** The same where nothing but an ID is asked for: there a number is one whatever else was copied with it. */
export function parseIdField(typed: string): string | null {
  return firstOf([...anywhere, grouped, amongWords], typed)
}

type Reader = (text: string) => string[]
const anywhere: Reader[] = [alone, inLinks, afterId, afterCode, afterPause]

function firstOf(readers: Reader[], typed: string): string | null {
  const text = plain(typed)
  for (const read of readers) {
    const [id, ...others] = new Set(read(text))
    if (id !== undefined) return others.length === 0 ? id : null
  }
  return null
}

/** Every dash is one dash and every space one space; what nobody sees is gone. Line breaks stay: they end a number. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212\u2043]/gu, '-')
    .replace(/[^\S\r\n]/g, ' ')
}

/** A day with an hour has as many digits. */
const date = /^(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-.]\d{1,2}[-.]\d{4})(?!\d)/

/** `join 123-456-789`, `“123 456 789”`, `(123) 456-789`. */
function alone(text: string): string[] {
  const trimmed = text.trim()
  if (trimmed.length > mostAlone) return []
  const bare = trimmed
    .replace(/^\s*(?:join|(?:goto ?)?meeting)\b[\s:#]*/i, '')
    .replace(framed, '$1')
    .trim()
  const digits = bare.replace(/[\s\-.·•_#()]/g, '')
  // With the brackets of a dialling code, ten digits are a phone number.
  const isId = /[()]/.test(bare) ? /^\d{9}$/ : /^\d{9,12}$/
  return isId.test(digits) && !date.test(bare) ? [digits] : []
}

const mostAlone = 100
const framed = /^[\s\p{Pi}\p{Pf}\p{Ps}"'`<*]*(.*?)[\s\p{Pi}\p{Pf}\p{Pe}"'`>*,;:!?]*$/su

/** A part of the address behind its host: `meet.goto.com/123456789`, `…/join/123-456-789?…`, `…?meetingId=123456789`. */
function inLinks(text: string): string[] {
  return text
    .split(/[\s<>"'()[\]]+/)
    .map(unwrapped)
    .flatMap((word) => {
      const [, scheme, host = '', path = ''] = /^([a-z]+:\/\/)?([^/]+)\/(.*)$/i.exec(word) ?? []
      if (!scheme && !/\w\.[a-z]/i.test(host)) return []
      return path.split(/[/?#&=]/).flatMap((part) => digitsOf(/^(\d{9,12}|\d{3}-\d{3}-\d{3})(?![\d-])/.exec(part)?.[1]))
    })
}

/** Mail filters put links into their own: `…safelinks.protection.outlook.com/?url=https%3A%2F%2Fmeet.goto.com%2F123456789`. */
function unwrapped(word: string): string {
  return word
    .replace(/%2F/gi, '/')
    .replace(/%3F/gi, '?')
    .replace(/%3D/gi, '=')
    .replace(/%26/g, '&')
    .replace(/%23/g, '#')
}

const number = '(\\d{3}\\)?[- .]\\d{3}[- .]\\d{3}(?!\\d)|\\d(?:[- .]?\\d){8,11}(?!\\d))'
const ids = new RegExp(`(?:\\bID|kennung|\\bmeeting number)\\b[^\\d\\r\\n+]{0,16}${number}`, 'gi')
/** GoTo's invitations call it the access code for people who dial in. */
const codes = new RegExp(`(?:code|codice|código|\\bPIN)\\b[^\\d\\r\\n+]{0,16}${number}`, 'gi')
/** `tel:+16572203412,,123456789#`: the phone waits at the comma, then dials the code. */
const pauses = /\d\s*(?:[,;pwx]|%2C|%3B)+\s*(\d{9,12}|\d{3}-\d{3}-\d{3})(?![\d-])/gi

function afterId(text: string): string[] {
  return all(ids, text)
}

function afterCode(text: string): string[] {
  return all(codes, text)
}

function afterPause(text: string): string[] {
  return all(pauses, text)
}

function grouped(text: string): string[] {
  return all(/(?<![\d+][-./:]?|\+\d{1,3} )(\d{3}-\d{3}-\d{3})(?![-./:]?\d)/g, text)
}

function amongWords(text: string): string[] {
  return all(/(?<![\d+][-./:() ]{0,2})(\d{9}|\d{3}([ .])\d{3}\2\d{3})(?![-./:]?\d| \d{2,3}(?![\d:.]))/g, text)
}

function all(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].flatMap(([, found]) => digitsOf(found))
}

function digitsOf(found: string | undefined): string[] {
  return found === undefined ? [] : [found.replace(/\D/g, '')]
}
