import {
  aboutSubject,
  asPhrase,
  coverage,
  evidence,
  isRelevant,
  type Match,
  STORY_TERMS,
  weightBy,
  type Weights,
} from './relevance'

const even: Weights = aboutSubject(
  { term: () => 1, character: () => 1 },
  { asking: new Set(), subject: new Set() },
)
/** Where a hundred entries share a word, it weighs next to nothing. */
const common: Weights = aboutSubject(
  { term: () => 0.1, character: () => 0.1 },
  { asking: new Set(['怎么', '么办']), subject: new Set(['公积', '积金']) },
)

const match = (query: string, found: string[], phrases: string[] = [], synonyms: string[] = []): Match => ({
  query: asPhrase(query),
  synonyms,
  inQuestion: new Set(found),
  anywhere: new Set(found),
  phrases: phrases.map(asPhrase),
})

describe('weights', () => {
  const weight = weightBy(
    new Map([
      ['everywhere', 100],
      ['some', 10],
      ['once', 1],
    ]),
    100,
  )
  test('a word of every entry weighs nothing, a word of one entry or of none weighs 1', () => {
    expect(weight('everywhere')).toBeCloseTo(0)
    expect(weight('once')).toBeCloseTo(1)
    expect(weight('none')).toBe(1)
  })
  test('between the two, the rarer the heavier', () => {
    expect(weight('some')).toBeGreaterThan(0)
    expect(weight('some')).toBeLessThan(1)
  })
  test('one entry alone says nothing about rarity', () => {
    expect(weightBy(new Map([['word', 1]]), 1)('word')).toBe(1)
  })
})

describe('coverage', () => {
  test('is the part of the weight that is held', () => {
    expect(coverage(['a', 'b', 'c', 'd'], (term) => term === 'a', even.term)).toBe(0.25)
  })
  test('of nothing, or of what weighs nothing, is 0', () => {
    expect(coverage([], () => true, even.term)).toBe(0)
    expect(
      coverage(
        ['a'],
        () => true,
        () => 0,
      ),
    ).toBe(0)
  })
})

describe('evidence', () => {
  test('grows with every shared word', () => {
    expect(evidence(match('停水停电', ['停水', '停电']), even)).toBeGreaterThan(
      evidence(match('停水停电', ['停水']), even),
    )
  })
  test('a number counts twice', () => {
    expect(evidence(match('12315', ['12315']), even)).toBe(2)
  })
  test('a synonym counts, but less than the word', () => {
    const bySynonym = evidence(match('断水', ['停水'], [], ['停水']), even)
    expect(bySynonym).toBeGreaterThan(0)
    expect(bySynonym).toBeLessThan(evidence(match('停水', ['停水']), even))
  })
  test('characters shared with a phrasing count without a shared pair', () => {
    expect(evidence(match('河里水很臭', [], ['河水发臭']), even)).toBeGreaterThan(1.5)
  })
})

describe('relevant', () => {
  test.each([
    ['a question that shares two words', match('家里停水没通知', ['停水', '通知']), true],
    ['a question that shares one everyday word', match('周末去哪里玩比较好呢', ['哪里']), false],
    ['one word that stands in the entry', match('停水', ['停水']), true],
    ['one word that does not', match('停水', []), false],
    ['a number that stands in the question', match('12315', ['12315']), true],
    ['a single digit among signs', match('<script>alert(1)</script>', ['1']), false],
    ['a single digit alone', match('1', ['1']), false],
    ['several numbers, none in the question', match('138 0000', []), false],
    ['one rare character', match('水', [], ['停水']), true],
  ])('%s', (_, given, expected) => {
    expect(isRelevant(given, even)).toBe(expected)
  })

  test('one everyday character is not enough', () => {
    expect(isRelevant(match('在', [], ['在哪里']), { ...even, character: () => 0.2 })).toBe(false)
  })

  test.each([
    ['what the entry is called', match('公积金', ['公积', '积金'], ['公积金怎么办理提取']), true],
    ['and how one asks', match('公积金怎么办', ['公积', '积金'], ['公积金提取']), true],
    [
      'in one of its phrasings, not here and there',
      match('公积金', ['公积', '积金'], ['公积', '积金']),
      false,
    ],
    ['only how one asks', match('怎么办', ['怎么', '么办'], ['停水怎么办']), false],
    [
      'words of a text without a question',
      { ...match('公积金', ['公积', '积金']), withoutQuestion: true },
      true,
    ],
    ['half of them', { ...match('公积金', ['公积']), withoutQuestion: true }, false],
  ] as const)('among many that share a word: %s', (_, given, expected) => {
    expect(isRelevant(given, common)).toBe(expected)
  })

  describe('a story', () => {
    const filler = Array.from({ length: STORY_TERMS }, (_, i) => String.fromCodePoint(0x4e00 + i * 7)).join(
      '',
    )
    test('is answered by an entry whose phrasing it tells', () => {
      expect(
        isRelevant(
          match(`${filler}。我们小区昨晚停电了，怎么办`, ['停电', '小区'], ['小区停电怎么办']),
          even,
        ),
      ).toBe(true)
    })
    test('is not answered by an entry with which it shares words by chance', () => {
      expect(
        isRelevant(match(`${filler}。停电`, ['停电', '小区', '通知'], ['小区停电怎么投诉供电公司']), even),
      ).toBe(false)
    })
  })
})
