import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { bestFirst, rankOf } from './match.ts'
import { seek } from './seek.ts'

function found(names: string[], typed: string): string[] {
  return bestFirst(names, typed, (name) => [name])
}

test('a name is found without its letters on the keyboard', () => {
  const typed: Record<string, string[]> = {
    'Jan Wójcik': ['wojcik', 'WÓJ', 'jan w', 'wojcik jan', 'Wo\u0301jcik'],
    'Straße 12': ['strasse', 'STRASSE', 'straße', '12'],
    Müller: ['muller', 'Mu\u0308ller', 'Ｍüll'],
    'Łukasz Đorđe': ['lukasz dorde', 'łu', 'Đ'],
    'Æther Ångström Nguyễn': ['aether', 'angstrom', 'nguyen'],
    'İnci Yıldız': ['inci yildiz', 'INCI', 'ınci'],
    'Ｆｕｌｌ ﬁsh': ['full', 'fish'],
    'Σωκράτης ΟΔΟΣ': ['σωκρατης', 'οδος', 'ΣΩΚΡΆΤΗΣ'],
    'Артём Йорк': ['артем', 'йорк', 'ИОРК'],
    王小明: ['王', '小明', '王小明'],
  }
  for (const [name, ways] of Object.entries(typed))
    for (const way of ways) expect(found([name], way), `${way} for ${name}`).toEqual([name])
})

test('a name with an apostrophe is found with it, without it and by what follows it', () => {
  for (const typed of ["o'brien", 'O’Brien', 'obrien', 'brien', 'o br', 'O´Brien', 'OBR'])
    expect(found(['Pat O’Brien'], typed), typed).toEqual(['Pat O’Brien'])
  for (const typed of ['jean-luc', 'jean luc', 'luc']) expect(found(['Jean-Luc'], typed), typed).toEqual(['Jean-Luc'])
})

test('a name with umlauts is found as it is written without them, and written out, and the other way round', () => {
  const typed: Record<string, string[]> = {
    Müller: ['müller', 'muller', 'mueller', 'mue', 'MUELLER'],
    'Jo\u0308rg Bär': ['joerg', 'jorg baer', 'bär jörg'],
    'Søren Åse': ['soeren', 'soren', 'aase', 'ase', 'åse'],
    Ångström: ['aangstroem', 'angstrom'],
    Mueller: ['müller', 'mu\u0308ller', 'mueller'],
    Aase: ['åse'],
    'O’Öhler': ['ooehler', 'oehler', 'o’öh', 'oöhler'],
  }
  for (const [name, ways] of Object.entries(typed))
    for (const way of ways) expect(found([name], way), `${way} for ${name}`).toEqual([name])
  // What only looks written out is as it stands.
  for (const way of ['joel', 'boer', 'mue']) expect(found(['Jolanda Boris Murray'], way), way).toEqual([])
  expect(found(['Mueller', 'Muller'], 'mueller')).toEqual(['Mueller'])
})

test('an apostrophe is ignored wherever it is typed or missing', () => {
  for (const name of ['OBrien', "O'Brien", 'O’Brien', 'O Brien'])
    for (const typed of ["o'brien", 'O’Brien', "pat o'br"]) expect(found([`Pat ${name}`], typed)).toHaveLength(1)
  expect(found(['Pat OBrien', 'Brien Oates'], 'obrien')).toEqual(['Pat OBrien'])
  expect(found(['Otto Brandt', 'Obama'], "o'brien")).toEqual([])
})

test('a Korean name without spaces is found by its given name, its family name and all of it', () => {
  for (const typed of ['민수', '김민수', '김', '김민', '민수 김', '김 민수'])
    expect(found(['김민수'], typed), typed).toHaveLength(1)
  for (const typed of ['민수', '남궁', '남궁민수']) expect(found(['남궁민수'], typed), typed).toHaveLength(1)
  expect(found(['김 민수'], '김민수')).toHaveLength(1)
  expect(found(['김민수'.normalize('NFD')], '민수')).toHaveLength(1)
  for (const typed of ['수', '궁민']) expect(found(['김민수', '남궁민수'], typed), typed).toEqual([])
  expect(found(['프로젝트회의'], '회의')).toEqual([])
})

test('an address is found by any part of it', () => {
  for (const typed of ['olivia@', 'mueller', 'olivia.mue', '@example.com', 'example', 'olivia.mueller@example.com'])
    expect(found(['olivia.mueller@example.com'], typed), typed).toHaveLength(1)
})

test('nothing is found by the middle of a word, and nothing by punctuation alone; beside words it does not count', () => {
  expect(found(['Wójcik', 'Straße'], 'jcik')).toEqual([])
  for (const typed of ['?', '%', '_', '. -', '🎉']) expect(found(['100% _ done? 🎉'], typed), typed).toEqual([])
  expect(found(['Budget 100%'], '- budget - 100 %')).toEqual(['Budget 100%'])
})

test('where nothing is typed everything stands as it stood', () => {
  expect(found(['b', 'a'], ' ')).toEqual(['b', 'a'])
})

test('the best match comes first: all of it, its beginning, its first word, a later word; the earlier, the shorter, the name', () => {
  const ranked = [
    'Ann Lee',
    'Ann Lee Berg',
    'Ann Bo Lee',
    'Bo Ann Lee',
    'Bo Ann Leeds',
    'Leo Bo Ann Lee',
    'Bo Bo Ann Lee',
  ]
  expect(found(ranked.toReversed(), 'ann lee')).toEqual([
    ...ranked.slice(0, 5),
    // Equally good: by name.
    'Bo Bo Ann Lee',
    'Leo Bo Ann Lee',
  ])
})

test('who is called so comes before whose address begins so, and who needs both is last', () => {
  const people = [
    { name: 'Zoe Ann', email: 'zoe@example.com' },
    { name: 'Bo', email: 'ann@example.com' },
    { name: 'Ann Zed', email: 'az@example.com' },
    { name: 'Cy', email: 'cy@ann.example' },
  ]
  const names = (typed: string) => bestFirst(people, typed, ({ name, email }) => [name, email]).map(({ name }) => name)
  expect(names('ann')).toEqual(['Ann Zed', 'Zoe Ann', 'Bo', 'Cy'])
  expect(names('zoe example')).toEqual(['Zoe Ann'])
})

test('of matches that are as good the earlier comes first, then the shorter, then the alphabet', () => {
  const order = (...names: string[]) => expect(found(names.toReversed(), 'lee')).toEqual(names)
  order('Bo Lee Anderson', 'Bob Lee')
  order('Bo Lee', 'Bo Leeds')
  order('Ab Lee', 'Bo Lee')
  order('Lee Bo', 'Lee Anderson')
  order('Lee', 'Leeds', 'Jo Lee')
  // Case and accents have no part in it.
  order('ádam lee', 'Bdam Lee')
  // A middle of a word is no match, however early it is.
  order('Bo Lee', 'Aleelee Lee')
})

test('a name with several readings stands where its best one does', () => {
  expect(found(["Pat O'Brien", 'Pat Brien'], 'brien')).toEqual(['Pat Brien', "Pat O'Brien"])
  expect(found(['Obrienne', "O'Brien"], 'obrien')).toEqual(["O'Brien", 'Obrienne'])
  expect(found(["O'Brien Pat", 'Obrienne'], 'obrien')).toEqual(['Obrienne', "O'Brien Pat"])
})

test('a name counts as one though its address matches too, and needing both comes last of all', () => {
  expect(rankOf('ann', ['Ann Zed', 'ann@example.com'])).toEqual({ tier: 1, at: 0, length: 7 })
  expect(rankOf('ann', ['Zed', 'bo ann'])).toEqual({ tier: 7, at: 3, length: 6 })
  expect(rankOf('zed ann', ['Zed', 'ann'])).toEqual({ tier: 8, at: 0, length: 0 })
  expect(rankOf('lee', ['Lee Bo'])?.tier).toBe(1)
  expect(rankOf('lee bo', ['Lee Ann Bo'])?.tier).toBe(2)
  expect(rankOf('lee bo', ['Ann Lee Bo'])?.tier).toBe(3)
})

test('whatever a text is, it is found by itself and by the beginnings of its words, in each of its forms', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }).filter(isOld), (text) => {
      fc.pre(fold(text) !== '')
      for (const typed of [text, text.toLowerCase(), text.normalize('NFD'), text.normalize('NFKC')])
        expect(rankOf(typed, [text])).not.toBeNull()
      expect(rankOf(text, [text])?.tier).toBe(0)
      const beginnings = fold(text)
        .split(' ')
        .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0))
      expect(rankOf(beginnings.join(' '), [text])).not.toBeNull()
    }),
  )
})

test('a word that begins another typed one is not asked for again', () => {
  expect(seek('Sales sa SALES s')).toEqual([[['sales']]])
  expect(seek("o'brien o'brien")).toEqual([[['o', 'brien'], ['obrien']]])
  expect(seek("' - '")).toEqual([])
})

/** What Unicode 15 and later take apart is left out of every text, so that its parts do not find it. */
function isOld(text: string): boolean {
  return /^[\0-\uA7F0\uA7F2-\uFFFF]*$/u.test(text)
}
