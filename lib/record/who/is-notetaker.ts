import { lowerEmail } from '#lib/email.ts'
import { plainName } from './plain-name.ts'

/**
 * Whether it is a program that takes notes: by its product's naming patterns, by what it calls itself, or by an address
 * only such a program has. Product names are words and surnames too, so `Otter`, `Ann Otter` and `Gong Li` are people.
 */
export function isNotetaker(typedName: string, typedEmail: string): boolean {
  const name = plainName(typedName)
  const email = lowerEmail(typedEmail)
  if (roleAddress.test(email) || roleAddress.test(name)) return true
  if (unmistakable.test(name)) return true
  if (saysItIsAi(typedName) && madeOfNames.test(name)) return true
  if (name === '' || ordinary.test(name)) return productAddress.test(email)
  return forms.some((form) => form.test(name))
}

/** Everyday words, or people's names: they count with a suffix, or followed by what the program does. */
const words =
  'otter|fireflies|fathom|read|grain|gong|fellow|chorus|spinach|sally|jamie|notta|bluedot|granola|vowel|rewatch|noty|colibri|attention|wingman|sybill|nyota|cirrus|happy scribe|demodesk|day|salesken|bubbles|zoom|copilot|gemini|recall|vexa|plaud|rev|trint|convin|winn|clari|notion|webex|hubspot|clickup|dialpad|aircall|loom|tucan|cluely|fyxer|equal ?time'
/** Words that mean nothing else count alone. */
const invented =
  'otter ?pilot|tl[;:,. ]?dv|meetgeek|sembly|supernormal|circleback|krisp|avoma|jiminny|airgram|tactiq|wudpecker|leexi|modjo|bliro|scribbl|meetrecord|meetjamie|noota|hyprnote|cogram|laxis|claap'
/** Of the words, those nobody is called: with `AI` they are a product, however that is written. */
const things =
  'otter|fireflies|fathom|read|grain|fellow|chorus|spinach|granola|vowel|rewatch|bubbles|demodesk|plaud|notion|webex|hubspot|clickup|dialpad|aircall|loom|tucan|cluely|fyxer|zoom'
const ending = '\\.(?:ai|io|app|com|video|co|so|net|me|us)\\b'
const notetaking = 'note[ -]?taker'
const work = `(?:ai |meeting |call )*(?:${notetaking}|recorder|recording|recorder bot|bot|meeting notes|notes|notizen|scribe|transcriber|transcription|(?:meeting|ai) (?:assistant|companion|agent|notes))`
const assistant = '(?:ai )?(?:assistant|companion|agent)'
/** `Ann’s …`, `Chris’ …`, or nobody's. */
const owner = "(?:.+(?:'s|s') (?:ai )?)?"

/** What German programs make. */
const records =
  'protokoll|notizen|notiz|mitschrift|transkript|transkriptions?|aufnahme|aufzeichnungs?|besprechungs?|meeting'

const forms = [
  new RegExp(`^${owner}(?:${words}|${invented})(?:${ending}| ai(?= .*(?:${work}|${assistant})))`, 'u'),
  new RegExp(`^${owner}(?:${words}|${invented}) ${work}\\b`, 'u'),
  new RegExp(`^${owner}(?:${words.replace('|fellow', '')}|${invented}) ${assistant}$`, 'u'),
  // “Gong Ai” and “Sally Ai” may be people, and so may “Otter Ai Lee”.
  new RegExp(`^${owner}(?:${things}|${invented}) [ak]i(?: ?[-–—|:(].*)?$`, 'u'),
  new RegExp(`(?:'s|s') (?:${words}) [ak]i$`, 'u'),
  /^(?:.+(?:'s|s') |microsoft (?:365 )?|m365 |github |clari )copilot$|^chorus by zoominfo$|^zoom iq$/u,
  new RegExp(`^${owner}(?:${invented})(?: ?[-–—|:(].*)?$`, 'u'),
  // No product: `Ann’s Notetaker`, `AI Notetaker`, `Notetaker (Ann)`, `Acme Notetaker`, `Ann’s AI`.
  new RegExp(`'s? (?:.* )?${notetaking}\\b`, 'u'),
  new RegExp(`^(?:the |my )?(?:meeting )?${notetaking}\\b`, 'u'),
  new RegExp(`(?:^|[ (])ai[ -](?:meeting )?${notetaking}\\b`, 'u'),
  // “Bob Ray (notetaker)” is Bob, who takes notes.
  /[\p{L}\p{N}.] notetaker$/u,
  /(?:'s|s') ai(?: (?:assistant|bot|agent|companion|notes|meeting notes|recorder|scribe|meeting assistant))?$/u,
  /(?:'s|s') (?:meeting )?(?:bot|recorder|scribe|transcriber|meeting assistant|meeting notes)$/u,
  /^(?:the |my )?(?:(?:ai|meeting|ai meeting)[ -](?:assistant|bot|recorder|scribe|companion|agent)|meetingbot|ai meeting notes|(?:recording|transcription|transcript|meeting notes)[ -]bot)(?:$| ?[-–—|:(]| (?:for|of|by|von|für|de)\b)/u,
  new RegExp(`^(?:.+s )?(?:${records})[ -]?(?:bot|ki|assistent|roboter)$`, 'u'),
  new RegExp(`^(?:.+s )?ki[ -](?:bot|assistent|agent|${records}|${notetaking})$`, 'u'),
  /s notizen$|^(?:assistant|asistente|assistente|notes?|notas|appunti)(?: de| di)?(?: reunion| riunione)? ia$/u,
]

/** “Sally AI”, “Erins KI”: in capitals beside small letters it's no surname. */
function saysItIsAi(typedName: string): boolean {
  return /\p{Ll}/u.test(typedName) && / (?:AI|KI)$/u.test(typedName.trim())
}
/**
 * Common names in -s: “Thomas KI” is somebody. Some are genitives too (“Lucas”, “Jens”), but a program shown as a person
 * is a smaller mistake than a person hidden as a program.
 */
const namesInS =
  'agnes|alexis|alois|anders|andreas|andres|boris|carlos|charles|chris|christos|curtis|denis|dennis|doris|elias|francis|frans|georgios|giannis|hannes|hans|ines|iris|james|jannis|jeremias|jens|johannes|jonas|joris|kostas|kris|lars|lewis|louis|lucas|luis|lukas|marcos|marlies|marlis|mathias|mats|matthias|mattis|morris|nicholas|niclas|nicolas|niels|nikolas|niklas|nikos|nils|phyllis|silas|thies|thijs|thomas|tobias|tomas|travis|urs|yannis'
/** Names in -us are common, and a German genitive adds no s to one in -s, -x or -z. */
const genitive = `(?<=\\p{L}s)(?<![sxzu]s|(?<!\\p{L})(?:${namesInS}))`
const madeOfNames = new RegExp(`^(?:${words}) [ak]i$|(?:'s|s'|${genitive}) ki$`, 'u')

/** Words that aren't a person's name but do mean something. */
const unmistakable = /^(?:fireflies|fathom)$/u
/** Names too vague to decide, so the address does. */
const ordinary = new RegExp(`^(?:${words}|fred|guest|user|assistant|bot)$`, 'u')
const domains =
  '(?:[a-z\\d-]+\\.)*(?:otter\\.ai|fireflies\\.ai|fathom\\.(?:video|ai)|tldv\\.io|read\\.ai|grain\\.(?:com|co)|gong\\.io|avoma\\.com|fellow\\.(?:app|ai|co)|meetgeek\\.ai|sembly\\.ai|sembly(?:ai)?\\.com|supernormal\\.com|circleback\\.ai|krisp\\.ai|chorus\\.ai|jiminny\\.com|spinach\\.(?:ai|io)|leexi\\.ai|modjo\\.ai|airgram\\.io|tactiq\\.io|notta\\.ai|laxis\\.com|noota\\.io|bliro\\.io|claap\\.io|tucan\\.ai|meetjamie\\.ai)'
const productAddress = new RegExp(`@${domains}$`, 'u')
const roleAddress = new RegExp(
  `^(?:fred|note-?taker|(?:meeting-?)?bot|assistant|recorder|notes|meetings?|no-?reply)(?:[+.-][^@]*)?@${domains}$`,
  'u',
)
