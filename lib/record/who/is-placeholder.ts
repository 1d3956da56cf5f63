import { plainName } from './plain-name.ts'

/**
 * Whether anybody could have this name: one a program fills in, a device without an owner's name, a bare number, or no
 * letters at all. `Ann’s iPhone` is somebody's, and `Max Gast` is somebody.
 */
export function isPlaceholder(typedName: string): boolean {
  const plain = plainName(typedName)
  if (isNumber(plain)) return true
  const name = plain
    .replace(/[-_./:]+/gu, ' ')
    .replace(/["“”«»()[\]{}<>#]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  if (name === '' || !/[\p{L}\p{N}\p{S}]/u.test(name)) return plain !== ''
  const own = name.replace(myOwn, '')
  return (
    [own, own.replace(numbering, '').trim()].some((one) => names.has(one)) || models.some((model) => model.test(own))
  )
}

/** `Guest 2`, `User No 3`, `Call-in User +49 30 ***12`. Never long, and so never slow. */
const numbering = /(?: (?:no|nr))?[ +\d*x•·…]{1,30}$/u

/** Digits in any script, some perhaps hidden, maybe after a word such as “Caller”. */
function isNumber(plain: string): boolean {
  const rest = plain.replace(
    /^(?:sip|tel|phone|telephone|telefon|caller|anrufer|call-in user|call-in|mobile)\b[.:]?\s*/u,
    '',
  )
  const number = rest.replace(/\s*(?:ext|durchwahl|x)\.?\s*\d+$/u, '')
  if (!/^[+(]?[\p{Nd}\s().\-/x*•·#…_+]+$/u.test(number)) return false
  const digits = number.match(/\p{Nd}/gu)?.length ?? 0
  return digits >= (number.includes('x') ? 2 : 1)
}

const myOwn = /^(?:my|mein|meine|mon|ma|mi|il mio|mijn|meu|moj|the) /u

/** Devices as their makers name them, without an owner. */
const models = [
  /^(?:apple )?(?:iphone|ipad|ipod|macbook|imac|mac(?= ?(?:book|mini|pro|studio)))(?: ?(?:\d+[a-z]?|pro|max|plus|mini|air|se|xr|xs|x|touch|book|studio))*$/u,
  /^(?:samsung )?galaxy(?: ?(?:[a-z]?\d+|note|tab|fold|flip|ultra|plus|fe|5g))*$/u,
  /^samsung(?: sm [a-z]?\d+[a-z]*)?$|^sm [a-z]\d+[a-z]*$/u,
  /^(?:google )?pixel ?\d+(?: ?(?:pro|xl|a|fold))*$/u,
  /^(?:huawei|xiaomi|redmi|oneplus|motorola|moto|nokia)(?: ?(?:[a-z]?\d+[a-z]*|note|pro|lite|plus))+$/u,
  /^(?:desktop|laptop|win|pc) (?=[a-z\d]*\d)[a-z\d]{5,}$/u,
]

/** One per line would be too long: one language per line, without accents, as `plainName` folds them. */
const names = new Set(
  `
  guest|guest user|guest participant|guest attendee|user|attendee|participant|visitor|viewer|anonymous|anonymous user|anonymous guest|anonymous attendee|anonymous participant|anonymous caller|unknown|unknown user|unknown caller|unknown participant|unknown attendee|unknown number|unnamed|no name|n a|name|your name|first name|full name
  caller|guest caller|unidentified caller|external caller|external user|external guest|call in|call in user|callin user|call in participant|call user|calling user|dial in|dial in user|dial in caller|dial in participant|phone|phone user|phone caller|phone participant|telephone|telephone user|telephone caller|audio only|audio user|audio caller|pstn user|private|private number|private caller|withheld|number withheld|blocked|restricted|unavailable|wireless caller|toll free caller|cell phone|mobile|mobile phone|mobile user
  android|android phone|smartphone|tablet|laptop|computer|pc|desktop|browser|web user|web guest|device|my phone
  gast|gastbenutzer|gastnutzer|gastteilnehmer|gast teilnehmer|gast benutzer|teilnehmer|teilnehmerin|teilnehmer in|teilnehmende|benutzer|benutzerin|nutzer|nutzerin|anwender|besucher|besucherin|anonym|anonymer benutzer|anonymer nutzer|anonymer teilnehmer|anonymer gast|anonymer anrufer|unbekannt|unbekannter teilnehmer|unbekannte teilnehmerin|unbekannter benutzer|unbekannter anrufer|unbekannte nummer|anrufer|anruferin|telefon|telefonteilnehmer|telefonbenutzer|telefonnutzer|einwahl|einwahlteilnehmer|einwahlbenutzer|handy|kein name|ohne name|ohne namen|dein name|ihr name|name unbekannt|nummer unterdruckt|rufnummer unterdruckt
  invite|invitee|utilisateur|utilisatrice|utilisateur invite|participante|anonyme|utilisateur anonyme|participant anonyme|invite anonyme|inconnu|inconnue|participant inconnu|appelant|appelante|appelant inconnu|appelant anonyme|numero inconnu|numero masque|numero prive|telephone portable|utilisateur telephonique|participant telephonique|participant par telephone|visiteur|visiteuse|sans nom|votre nom|portable
  invitado|invitada|usuario|usuaria|usuario invitado|usuario anonimo|asistente|anonimo|anonima|participante anonimo|invitado anonimo|desconocido|desconocida|usuario desconocido|llamante|llamante desconocido|usuario telefonico|participante telefonico|numero desconocido|numero privado|numero oculto|telefono|telefono movil|movil|visitante|sin nombre|su nombre|tu nombre
  ospite|utente|utente ospite|utente anonimo|partecipante|partecipante anonimo|ospite anonimo|sconosciuto|sconosciuta|utente sconosciuto|chiamante|chiamante sconosciuto|utente telefonico|numero sconosciuto|numero privato|visitatore|visitatrice|invitato|invitata|senza nome|il tuo nome|cellulare|telefonino
  gebruiker|gastgebruiker|deelnemer|deelneemster|anoniem|anonieme gebruiker|anonieme deelnemer|anonieme gast|anonieme beller|onbekend|onbekende gebruiker|onbekende deelnemer|onbekende beller|onbekend nummer|inbeller|telefoon|telefoongebruiker|mobiel|bezoeker|genodigde|geen naam|uw naam|je naam|privenummer
  convidado|convidada|usuario convidado|utilizador|utilizadora|utilizador anonimo|convidado anonimo|desconhecido|desconhecida|usuario desconhecido|chamador|numero desconhecido|telefone|celular|telemovel|sem nome|seu nome
  gosc|uzytkownik|uzytkowniczka|uzytkownik anonimowy|anonimowy uzytkownik|uczestnik|uczestniczka|anonimowy uczestnik|anonim|anonimowy|anonimowy gosc|nieznany|nieznany uzytkownik|nieznany uczestnik|nieznany rozmowca|nieznany numer|dzwoniacy|rozmowca|numer prywatny|numer zastrzezony|komorka|bez nazwy|brak nazwy
  gjest|gæst|deltagare|deltager|deltaker|anvandare|bruger|bruker|okand|ukjent|ukendt|vieras|osallistuja|tuntematon|uzivatel|ucastnik|vendeg|resztvevo|misafir|katilimci|invitat|utilizator
  гость|участник|пользователь|аноним|неизвестный|гість|учасник|користувач|ゲスト|参加者|匿名|访客|来宾|匿名用户|게스트|참가자|ضيف|אורח
  `
    .trim()
    .split(/\s*[|\n]\s*/u)
    .map((name) => plainName(name)),
)
