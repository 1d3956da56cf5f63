import type { Part } from '#lib/time/words/sentence-part.ts'
import { monthWord, weekdayWord } from '#lib/time/words/sentence-words.ts'
import { feastDays } from './feast-days.ts'

/**
 * Whether the words around a day make it another: `Prep before Friday` hardly takes place on Friday, and which is
 * `second Friday` or `Friday after next`, only who types it knows.
 */
export function isMovedDay(text: string, { from, to }: Part): boolean {
  const [before, day] = [text.slice(0, from), text.slice(from, to)]
  // `24 - 26 Dec`, `4 or 5 Dec`, `Dec 4 & 5`
  const isEnd = /(?:^|\s)\d{1,2}\.?\s*(?:[-–—&+]|and|und|or|oder|to|bis)\s*$/i.test(before) && /^\d/.test(day)
  const isStart = /^\.?\s*(?:[&+]|and|und|or|oder)\s*\d{1,2}\.?(?=\s|,|$)(?!\s*(?:[ap]m|uhr)\b)/i.test(text.slice(to))
  // `Dec 4 - 6`, not `Dec 4 - 9 to 5`.
  const isSpan = /(?<!\d)\d{1,2}(?:st|nd|rd|th)?$/.test(day) && spanAfter.test(text.slice(to))
  return (
    isFeast(before, day) || isEnd || isStart || isSpan || wordsBefore.test(before) || wordsAfter.test(text.slice(to))
  )
}

const spanAfter =
  /^\s+(?:[-–—]|to|bis|until|till?|through|thru)\s*\d{1,2}(?:st|nd|rd|th|\.)?(?=\s*$|,|\s+(?:(?:at|um|ab)\b|@|\d))(?!\s*[ap]m\b)/iu

const distances =
  'before|after|until|till|by|since|of|not|to|from|than|through|thru|starting|beginning|except|without|ab|außer|bis|vor|nach|seit|zu|zum|von|nicht|statt|ohne|als'
const others =
  'about|next but one|over-?next|(?:ue|ü)ber-?n(?:ä|ae)chste[nrs]?|following|subsequent|next|nächste[nrs]?|last|latest|earliest|(?:spätest|frühest)ens|(?:darauf|nach)?folgende[nrs]?|other|alternate|any|some|(?<!(?:every|each|alle|twice|once|times) )(?:an?|one|two|three|\\d|eine[rn]?|zwei|drei) (?:weeks?|fortnight|wochen?)'
const ordinals =
  'first|second|third|fourth|fifth|\\d(?:st|nd|rd|th)|penultimate|\\d\\.|(?:erst|zweit|dritt|viert|fünft|vorletzt|drittletzt)e[nrs]?'
/** `Good Friday`: a feast, not the day of Ash or of Joe Black. */
const feasts =
  /(?:^|[\s(])(?:(?:good|black) fri|(?:easter|whit) (?:mon|sun)|palm sun|cyber mon|ash wed|maundy thu|shrove tue)\p{L}*\.?$/iu
const person =
  /(?:^|[\s(])(?:[Ww]ith|w\/|[Mm]it|[Bb]ei|and|und|&|M(?:r|s|rs)\.?|Dr\.?|Herrn?|Frau|Interview|Bewerber(?:in)?) (?:\p{Lu}\S* )*\p{Lu}\p{L}+ $/u

function isFeast(before: string, day: string): boolean {
  return feasts.test(before + day) && !person.test(before)
}

const wordsBefore = new RegExp(`(?:^|[\\s(])(?:(?:${distances})(?: the| de[mnrs])?|${others}|${ordinals})\\s*$`, 'i')

/** `after lunch` moves no day. */
const anotherTime = `(?:the |that |dem |den |der )?(?:next|nächste[mnrs]?|that|${feastDays}|(?:public |bank )?holidays?|weekend|vacation|ferien|urlaub|feiertage?n?|wochenende|\\d{1,2}(?:st|nd|rd|th|\\.)|${monthWord}|${weekdayWord})`
const another = `(?:next|the next|nächste[nrs]?|${weekdayWord}|the (?:day|week) after|später|later|in (?:two|2|three|3))`

/** `Friday December`, not `Friday May review`. */
const lonelyMonth = `${monthWord}\\.?(?= *(?:$|,|\\d|at |um |ab ))`

const wordsAfter = new RegExp(
  `^,?\\s*\\(?(?:(?:before|after|vor|nach) ${anotherTime}|(?:or|oder|through|thru|till|until|bis|auf|→) ${another}|(?:or so|oder so|d(?:a)?rauf|danach|after next|(?:the )?week after|next month|nächsten monats|at the (?:latest|earliest)|(?:spätest|frühest)ens)|(?:but|except|außer|bis auf) (?:not|nicht|the|de[mnr]|die)|${lonelyMonth}|(?:in|of|im|des) (?:the |de[mrs] )?(?:${monthWord}|(?:next |nächste[nrs]? )?(?:month|monats?|quarter|quartals?)))\\b`,
  'i',
)
