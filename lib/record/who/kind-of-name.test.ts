import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindOfName } from './kind-of-name.ts'

const of = (kind: string, names: readonly string[]) => names.filter((name) => kindOfName(name, '') !== kind)

test('a name a program, telephone or device fills in is nobody’s, in any language and with any number', () => {
  const names = `Guest|guest 2|Guest (3)|GUEST_4|Guest#5|guest12|User|User 18|Attendee|Participant 3|Anonymous|Anonymous User
    Call-in User|Call-in User 1|CALL IN USER 12|Dial-in user|Caller 4|Unknown caller|Phone user|No name|N/A|Unknown|Private number
    iPhone|iPhone (3)|iphone 15 Pro Max|iPad|iPad 2|My iPhone|Mein iPad|Galaxy S21|SM-G991B|Pixel 7 Pro|DESKTOP-AB12CD3|MacBook Pro|Mac mini|Android
    Gast|Gast 2|Teilnehmer|Teilnehmer 7|Teilnehmer:in|Teilnehmerin|Anrufer 1|Unbekannter Teilnehmer|Rufnummer unterdrückt|Benutzer
    Invité|invité 2|Utilisateur|Participante|Utilisateur anonyme|Appelant inconnu|Invitado|Usuario 3|Anónimo|Asistente|Número desconocido
    Ospite|Utente 1|Partecipante|Sconosciuto|Gebruiker|Deelnemer 4|Anonieme gebruiker|Onbekende beller|Convidado|Usuário|Utilizador|Anônimo
    Gość|Użytkownik 2|Uczestnik|Anonimowy użytkownik|Nieznany numer|ゲスト|Гость 2|访客|Guest.|"Guest"`
  expect(of('placeholder', listed(names))).toEqual([])
})

test('a bare number is nobody’s name, in any script, partly hidden or not', () => {
  const names = `+49 30 ***1234|49xxxxx123|+49 89 ***-**17|0301234567|(555) 010-9999|+1.555.010.9999|1234|030/1234-56|+49•••••12|Caller +49 30 1234|Call-in User (+49 30 ***12)|Phone user (+49xxxxx12)|Guest +49301234567
    Phone: 0301234567|+44 20 7946 0000 ext. 12|tel:+4930123456|٠١٢٣٤٥٦|+49…123|１２３４５`
  expect(of('placeholder', listed(names))).toEqual([])
  expect(of('placeholder', ['-', '.', '???', '—'])).toEqual([])
})

test('a device with an owner’s name names somebody, and so does a name containing such a word', () => {
  const names = `Ann's iPhone|Ann’s iPad (2)|iPhone von Ann|iPhone de María|Anns iPhone|BOB   iPhone|Max Gast|Ana Guest|Guest House Team|User Experience Berlin
    Gastón|Invictus|Ann (Guest)|Pat Caller|Host Berlin|Mac Miller|Mac|Max|X|Xx Li|Na|O|😀|Agent 47 Ltd|R2D2|Teilnehmer Müller|Ann 2|Android Ann|Li|Ospitella`
  expect(of('name', listed(names))).toEqual([])
})

test('a notetaker is recognized by its product and by what it calls itself', () => {
  const names = `Otter.ai|OTTER.AI|OtterPilot|Ann's OtterPilot|Ann’s Otter.ai|Ann Lee's Otter Assistant|Otter AI|Otter.ai (Ann Lee)|Fireflies.ai Notetaker|Fireflies.ai Notetaker Ann|Fireflies Notetaker
    Fathom|Fireflies|Fathom Notetaker|Ann's Fathom Notetaker|Fathom AI Notetaker|tl;dv|tldv|tl;dv Notetaker|tl;dv - Ann|Read.ai|Read.ai meeting notes|Read AI|read.ai Assistant|Gong Recorder|Gong.io|Gong Notetaker
    Avoma|Avoma Notetaker|Avoma Assistant|Fellow.app notetaker|Ann’s Fellow.app notetaker|Fellow AI|Grain Recorder|Grain Notetaker|Grain.com|MeetGeek|MeetGeek AI Notetaker|Sembly|Sembly AI|Sembly Assistant
    Supernormal|Supernormal Notetaker|Circleback|Circleback Notetaker|Krisp|Krisp Notetaker|Chorus.ai|Chorus Recorder|Jiminny|Notta Bot|Granola Notetaker|Spinach.ai|Spinach AI|Sally AI Notetaker|Jamie AI Meeting Assistant|Leexi
    Ann's Notetaker|Chris' Notetaker|Ann’s AI Notetaker|Ann Lee's AI|Ann’s AI Assistant|Notetaker|Note Taker|AI Notetaker|AI Note Taker|Notetaker (Ann)|Notetaker von Ann|Acme Notetaker|Meeting Assistant|AI Assistant|Recording Bot|Ann’s Bot|Ann’s Meeting Assistant|Zoom AI Companion|Recall.ai|Recall Bot|Rev Notetaker
    fred@fireflies.ai|notetaker@otter.ai`
  expect(of('notetaker', listed(names))).toEqual([])
})

test('any sign people take for an apostrophe is one', () => {
  expect(of('notetaker', listed("Ann`s Bot|Ann´s Bot|Annʼs Bot|Ann‘s Bot|Ann’s Bot|Ann's Bot"))).toEqual([])
})

test('somebody who shares a product’s name, or takes notes, is a person', () => {
  const names = `Otter|Ann Otter|Otter Ann|Grain|Fellow|Fellow Assistant|Gong Li|Gong Ai|Ai Tanaka|Weiwei Ai|Al Notaker|Max Gast|Guest House Team|Chorus Line|Read|Herbert Read|Sally Ai|Sally|Jamie|Jamie Fellow
    Bob Ray (notetaker)|Bob Ray - note taker|Ann Lee (MeetGeek)|Ann Lee (Otter.ai)|Ann Lee, Gong.io|Ann's Assistant|Ann Krisp|Fred|Spinach Bob|Research Fellow|Ann’s team|Ann’s Recorders|Rev. Ann|Gemini|Robot|Abbot|Botho`
  expect(of('name', listed(names))).toEqual([])
})

test('a product that has an everyday name is a notetaker beside a word for what it does, in English and in German', () => {
  const names = `Erins KI|Erin's KI|Erins Notizen|Erins Notetaker|Protokoll-Bot|Protokollbot|KI-Protokoll|KI-Assistent|KI-Notizen|Erins KI-Assistent|Protokoll-Assistent|Sembly|Sembly Notetaker|MeetGeek Recorder
    Avoma Bot|Grain AI|Fellow AI Notetaker|Jamie AI|Jamie Notetaker|Jamie Bot|Circleback Bot|Granola Notes|Granola AI|Granola AI Notes|Supernormal AI|Notta AI|Notta Notetaker|Airgram|Airgram AI|Tactiq
    Tactiq Notes|Gong Bot|Gong AI Recorder|Gong Assistant|Chorus Bot|Chorus AI|Laxis|Laxis AI|Laxis Bot|Krisp AI|Krisp Bot|Read AI|Read AI Notetaker|Zoom AI Companion|AI Companion|Copilot Notetaker
    Microsoft Copilot|Microsoft 365 Copilot|Copilot Bot|Colibri Bot|Colibri AI|Colibri.ai|Bubbles Notetaker|Bubbles AI|Bubbles Bot|Spinach AI|Spinach Bot|Vowel Bot|Vowel AI|Rewatch Bot|Rewatch Notetaker
    tl;dv Bot|tl;dv AI|Sally AI Bot|Sally Bot|Sally KI|Sally AI Assistant|Bliro|Bliro Bot|Leexi AI|Leexi Bot|Noota|Noota Bot|Noota Recorder|Claap|Claap Bot|Claap Recorder|Modjo|Modjo AI|Modjo Recorder
    Fireflies Bot|Otter Bot|Otter Notetaker|Otter AI Assistant|Fathom Bot|Fathom AI|Ann's Copilot|Ann’s Jamie AI|AI Notetaker - Ann|Notetaker - Ann|HubSpot Notetaker|Gemini Notes|Gemini Notetaker
    Google Gemini Notetaker|Zoom Notetaker|Attention Bot|Sybill AI|Tldv|Wudpecker|Nyota Bot|Fireflies.ai|MeetRecord Bot|Scribbl|Otter Pilot|read.ai|Notizbot|Notiz-Bot|Mitschrift-Bot|Transkript-Bot
    Aufnahme-Bot|Besprechungs-Assistent|Meeting-Bot|MeetingBot|Recording Bot|Assistant IA|Notes IA|Asistente de IA|Notetaker IA|tl;dv (Ann)|Jamie - AI Notetaker|AI Meeting Notes|Meeting Notes Bot|Cluely AI
    Plaud AI|Vexa Bot|Recall.ai Bot|Fyxer AI Notetaker|Fyxer Notetaker|Shadow Notetaker|Hyprnote|Read.ai Notizen|Otter.ai Notizen|Otter Recorder|Krisp Notes|Cogram|Cogram Bot|Tucan.ai|tucan AI|Tucan Bot
    Ann's AI Note Taker|Demodesk Assistant|Demodesk AI|Aircall AI|Salesloft Notetaker|Outreach Notetaker|Clari Copilot|Clari Notetaker|Chorus by ZoomInfo|Webex Assistant|Webex AI Assistant|Loom AI
    Loom Notetaker|ClickUp AI Notetaker|Notion AI|Notion AI Notetaker|Asana Notetaker|Dialpad AI|Zoom IQ|Calendly Notetaker|Equal Time Bot|tana notetaker|Bot Notetaker|KI Notetaker|KI-Notetaker
    Ann Lees KI-Notizen|Anns KI`
  expect(of('notetaker', listed(names))).toEqual([])
})

test('a name that looks like a product, a bot or an AI is somebody’s', () => {
  const names = `Grain|Otter Smith|Jamie Fellow|Jamie Smith|Jamie|Sally|Sally Jones|Sally Ai|Gong|Gong Li|Gong Ai|Chorus Line|Colibri|Colibri Martinez|Bubbles|Bubbles Smith|Vowel|Copilot|Ki Tanaka|Ki Young|Kim Ki|Ki
    KI Müller|Max Ki|Anna KI Berg|Sun Ki|Young Ki|Chris Ki|Lukas Ki|James Ki|Erin Botha|Paul Bot|Jan Bot|Bot Smith|Notta Smith|Luca Notta|Noota Singh|Granola Bar|Fathom Jones|Read Smith|Ann Read|Spinach
    Ray Spinach|Rewatch Team|Tom Krisp|Avoma Diaz|Laxis Papadopoulos|Modjo Traore|Ann Claap|Anna Notizen|Protokoll|Protokollführer|Protokollführerin Anna|Assistentin|Assistent Meier|Assistant Manager
    Recorder Group|Ann's Recorders|Anns Assistentin|Hans Kis|Kiss Anna|Otto Botz|Fellow AI Research|Ai Fellow|Ann Fellow|Plaud Family|Gemini Man|Zoom Room Berlin|Zoom|Sana Khan|Tana Mongeau|Loom Weaver
    Firefly|Shadow|Plaud Denis|Tucan|Toucan Sam|Attention|Day|Doris Day AI|Ann (AI Team)|AI Team|KI-Team|KI Beauftragter|Ann Lee, AI Lead|Jens Bot|Hans Bot|Niels Bot|Klaus Ki|Lars Ki|Thomas Ki|Doris Ai
    Chris Ai|James Ai|Otter Ai Lee|Noel Notetaker-Smith|Bob Ray (KI-Team)|Lin Ki|Notta|Sybill|SALLY AI|JAMES KI|Microsoft|Ann Copilot`
  expect(of('name', listed(names))).toEqual([])
})

test('who has a German first name in -s and the surname Ki is somebody, also in capitals', () => {
  const names = `Thomas KI|Lukas KI|Lucas KI|Agnes KI|Hans KI|Jonas KI|Andreas KI|Matthias KI|Niklas KI|Markus KI|Klaus KI|Jens KI|Lars KI|Nils KI|Marius KI|Tobias KI|Elias KI|Hans-Jonas KI
    Anna Agnes KI|Chris KI|James KI|Inés KI|Jess KI|Linus KI|Hannes KI|Doris KI`
  expect(of('name', listed(names))).toEqual([])
  expect(of('notetaker', listed('Erins KI|Anns KI|Marias KI|Heidis KI|Jans KI|Ann Lees KI|Thomas’ KI'))).toEqual([])
})

test('a title before somebody’s name makes nobody a program', () => {
  expect(of('name', listed('Meeting Agent Smith|Meeting Assistant Anna|AI Agent Smith'))).toEqual([])
  const names =
    'Meeting Assistant|AI Assistant (Ann)|AI Companion - Ann|AI Assistant for Ann|Meeting-Bot von Ann|My AI Bot'
  expect(of('notetaker', listed(names))).toEqual([])
})

test('who proved the typed address and bears the typed name is no program', () => {
  expect(kindOfName('Erins KI', 'erin@x.example', 'Erins Kí')).toBe('name')
  expect(kindOfName('Erin’s Notetaker', 'erin@x.example', 'Erin Example')).toBe('notetaker')
  expect(kindOfName('', 'fred@fireflies.ai', '')).toBe('notetaker')
})

test('a nameless notetaker is recognized by its address, and people at its maker are not taken for one', () => {
  expect(kindOfName('', 'fred@fireflies.ai')).toBe('notetaker')
  expect(kindOfName('Fred', 'Fred@Fireflies.ai ')).toBe('notetaker')
  expect(kindOfName('Notta', 'bot@notta.ai')).toBe('notetaker')
  expect(kindOfName('Otter', 'x123@bots.otter.ai')).toBe('notetaker')
  expect(kindOfName('Ann Lee', 'notetaker+ann@fathom.video')).toBe('notetaker')
  expect(kindOfName('Ann Lee', 'ann.lee@otter.ai')).toBe('name')
  expect(kindOfName('Fred', 'fred@x.example')).toBe('name')
  expect(kindOfName('Ann’s Notetaker', 'ann@x.example')).toBe('notetaker')
  expect(kindOfName('', 'ann@x.example')).toBe('none')
  expect(kindOfName('  ', '')).toBe('none')
})

test('every typed name is of one kind, however it is written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (name) => {
      expect(kindOfName(`  ${name.toUpperCase()} `, '')).toBe(kindOfName(name.toUpperCase(), ''))
    }),
  )
})

function listed(names: string): string[] {
  return names.split(/\s*[|\n]\s*/u)
}
