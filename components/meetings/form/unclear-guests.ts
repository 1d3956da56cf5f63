import type { UnclearGuest } from './form-values.ts'
import { whyNotRead } from './parse-guests.ts'

const mostNamed = 3

/** What is wrong with what was typed and how to mend it; null: nothing, or it isn't known yet. */
export function unclearText(unclear: readonly UnclearGuest[]): string | null {
  const wrong = unclear.flatMap(({ text }) => whyNotRead(text) ?? [])
  const names = unclear.filter(({ text, people }) => people !== null && whyNotRead(text) === null)
  const unknown = names.filter(({ people }) => people?.length === 0).map(({ text }) => text)
  const open = names.filter(({ people }) => (people?.length ?? 0) > 0).map(({ text }) => text)
  const said = [
    ...wrong.slice(0, mostNamed),
    ...(wrong.length > mostNamed ? [`${wrong.length - mostNamed} more addresses can’t be invited.`] : []),
    ...(unknown.length > 0
      ? [`Foyer knows nobody called ${listed(unknown)}. Press the name to correct it, or enter an e-mail address.`]
      : []),
    ...(open.length > 0 ? [`It isn’t clear who ${listed(open)} is. Press the name to choose.`] : []),
  ]
  return said.length > 0 ? said.join(' ') : null
}

function listed(texts: readonly string[]): string {
  const named = texts.slice(0, mostNamed).map((text) => `“${text}”`)
  const more = texts.length - named.length
  const all = more > 0 ? [...named, `${more} more`] : named
  return all.length === 1 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`
}
