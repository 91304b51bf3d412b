import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KnowledgeDataError, loadKnowledge, SHORT_ANSWER_MAX } from './knowledgeData'

const CITIES = join(__dirname, '../../cities')

const goodEntry = (id: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  id,
  title: '停水了怎么办',
  phrasings: ['家里没水', '水龙头不出水', '断水', '什么时候来水'],
  shortAnswer: '先问邻居是不是一片停水。',
  sections: [{ heading: '报修', text: '拨 12345。' }],
  phones: [{ name: '12345 热线', number: '12345' }],
  links: [],
  unitName: '热线',
  source: { document: '文件', item: '第1条' },
  checkedOn: '2026-11-21',
  related: [],
  ...more,
})
const topicFile = (entries: unknown[], id = 'utilities', order = 1): unknown => ({
  topic: { id, name: '水电气暖', order },
  entries,
})

describe('reading', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'knowledge-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  const put = (city: string, name: string, content: unknown): string => {
    mkdirSync(join(folder, city, 'knowledge'), { recursive: true })
    const file = join(folder, city, 'knowledge', name)
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
    return file
  }
  const problems = (cities: string[]): readonly string[] => {
    try {
      loadKnowledge(folder, cities)
    } catch (error) {
      if (error instanceof KnowledgeDataError) return error.problems
      throw error
    }
    return []
  }

  test('gives the entries with city and topic, topics in the order that the files state', () => {
    put('a', 'later.json', topicFile([goodEntry('a-1')], 'later', 2))
    put('a', 'sooner.json', topicFile([goodEntry('a-2', { related: ['a-1'] })], 'sooner', 1))
    put('a', 'notes.txt', 'not a topic')
    const base = loadKnowledge(folder, ['a'])
    expect(base.topics.map((topic) => topic.id)).toEqual(['sooner', 'later'])
    expect(base.items.map(({ id, city, topic }) => [id, city, topic])).toEqual([
      ['a-2', 'a', 'sooner'],
      ['a-1', 'a', 'later'],
    ])
  })

  test('a city without a knowledge folder has no entries', () => {
    expect(loadKnowledge(folder, ['new-city'])).toEqual({ topics: [], items: [] })
  })

  test('names English of what is not there', () => {
    put('a', 'one.json', topicFile([goodEntry('a-1')], 'one', 1))
    const english = { topics: { one: 'One', two: 'Two' }, phones: { 无此电话: 'None' }, offices: {} }
    const known = new Map([['a', { districts: [], english }]])
    expect(() => loadKnowledge(folder, ['a'], known)).toThrow(
      'a/english.json: topics.two: nothing in the knowledge of a has this name',
    )
    expect(() => loadKnowledge(folder, ['a'], known)).toThrow('phones.无此电话')
    expect(() => loadKnowledge(folder, ['a'], known)).not.toThrow('topics.one')
  })

  test('names the file that is no JSON', () => {
    const file = put('a', 'broken.json', '{ "topic": ')
    expect(problems(['a'])).toEqual([expect.stringContaining(`${file}: cannot be read as JSON`)])
  })

  test.each([
    ['a missing source', { source: undefined }, 'entries[0].source'],
    ['an empty source item', { source: { document: '文件', item: ' ' } }, 'entries[0].source.item'],
    [
      'a short answer that is too long',
      { shortAnswer: '长'.repeat(81) },
      'entries[0].shortAnswer: at most 80 characters (has 81)',
    ],
    ['a date that is none', { checkedOn: '2026-02-30' }, 'entries[0].checkedOn'],
    ['too few phrasings', { phrasings: ['一', '二', '三'] }, 'entries[0].phrasings: at least 4 phrasings'],
    [
      'a phone with letters',
      { phones: [{ name: '热线', number: '12345转1' }] },
      'entries[0].phones[0].number',
    ],
    ['a link that is no address', { links: [{ name: '网', url: 'www' }] }, 'entries[0].links[0].url'],
    ['an unknown field', { colour: 'red' }, 'entries[0]'],
    ['no section', { sections: [] }, 'entries[0].sections'],
    [
      'a section of an unknown kind',
      { sections: [{ kind: 'prices', heading: '费用', text: '不收费。' }] },
      'entries[0].sections[0].kind',
    ],
    ['an unknown audience', { audience: ['个人'] }, 'entries[0].audience[0]'],
    ['an audience of nobody', { audience: [] }, 'entries[0].audience'],
    ['a last day that is none', { validUntil: '2026-13-01' }, 'entries[0].validUntil'],
  ])('names file and path of %s', (_, wrong, where) => {
    const file = put('a', 'topic.json', topicFile([goodEntry('a-1', wrong)]))
    expect(problems(['a'])).toEqual([expect.stringContaining(`${file}: ${where}`)])
  })

  test('an entry holds in districts of its city', () => {
    const known = new Map([['a', { districts: [{ id: '370602', name: '芝罘区', streets: [] }] }]])
    put('a', 'one.json', topicFile([goodEntry('a-1', { districts: ['370602'], audience: ['elderly'] })]))
    expect(loadKnowledge(folder, ['a'], known).items).toMatchObject([
      { districts: ['370602'], audience: ['elderly'] },
    ])
    const file = put(
      'a',
      'two.json',
      topicFile([goodEntry('a-2', { districts: ['370602', '350100'] })], 'two'),
    )
    expect(() => loadKnowledge(folder, ['a'], known)).toThrow(
      `${file}: entries[0].districts[1]: there is no district "350100" in a`,
    )
  })

  test('counts characters, not code units, in a short answer', () => {
    put('a', 'topic.json', topicFile([goodEntry('a-1', { shortAnswer: '𠮷'.repeat(SHORT_ANSWER_MAX) })]))
    expect(problems(['a'])).toEqual([])
  })

  test('names every problem of every file at once', () => {
    put('a', 'one.json', topicFile([goodEntry('a-1', { title: '', checkedOn: 'today' })]))
    put('b', 'two.json', topicFile([goodEntry('b-1', { unitName: '' })]))
    expect(problems(['a', 'b'])).toHaveLength(3)
  })

  test('an id can be used once, over all cities', () => {
    put('a', 'one.json', topicFile([goodEntry('same')]))
    const second = put('b', 'two.json', topicFile([goodEntry('same')]))
    expect(problems(['a', 'b'])).toEqual([
      expect.stringContaining(`${second}: entries[0].id: "same" is already in`),
    ])
  })

  test('a topic can be opened once per city', () => {
    put('a', 'one.json', topicFile([goodEntry('a-1')]))
    const second = put('a', 'two.json', topicFile([goodEntry('a-2')]))
    expect(problems(['a'])).toEqual([expect.stringContaining(`${second}: topic.id`)])
  })

  test.each([
    ['does not exist', 'nothing', 'there is no entry "nothing" in a'],
    ['is of another city', 'b-1', 'there is no entry "b-1" in a'],
    ['is the entry itself', 'a-1', 'the entry names itself'],
  ])('a related entry that %s is a problem', (_, related, expected) => {
    const file = put('a', 'one.json', topicFile([goodEntry('a-1', { related: [related] })]))
    put('b', 'two.json', topicFile([goodEntry('b-1')]))
    expect(problems(['a', 'b'])).toEqual([`${file}: entries[0].related[0]: ${expected}`])
  })
})

describe('the two cities', () => {
  const base = loadKnowledge(CITIES, ['yantai', 'fuzhou'])
  const of = (city: string): typeof base.items => base.items.filter((item) => item.city === city)

  test.each(['yantai', 'fuzhou'])(
    '%s has enough entries, and something to show before anything is typed',
    (city) => {
      expect(of(city).length).toBeGreaterThanOrEqual(35)
      expect(of(city).filter((item) => item.mostAsked !== undefined).length).toBeGreaterThanOrEqual(10)
    },
  )

  test.each(['yantai', 'fuzhou'])('%s: titles, ids and places among the most asked are unique', (city) => {
    const titles = of(city).map((item) => item.title)
    const places = of(city).flatMap((item) => item.mostAsked ?? [])
    expect(new Set(titles).size).toBe(titles.length)
    expect(new Set(places).size).toBe(places.length)
    expect(of(city).filter((item) => !item.id.startsWith(`${city}-`))).toEqual([])
  })

  test.each([
    ['yantai', '榕政办〔2021〕104号'],
    ['fuzhou', '烟政办发〔2021〕3号'],
  ])('%s never speaks from the other city’s document', (city, document) => {
    expect(of(city).filter((item) => JSON.stringify(item).includes(document))).toEqual([])
  })

  // 榕政办〔2021〕104号 states no number of days: Yantai's limits (第11条) must not slip into Fuzhou's answers.
  test('Fuzhou promises none of the time limits of Yantai', () => {
    const promised = of('fuzhou').filter((item) =>
      /半小时|30 分钟|[^1]5 个工作日内办理完毕|15 个工作日内办理完毕|3 个自然日|即时响应/.test(
        JSON.stringify(item),
      ),
    )
    expect(promised.map((item) => item.id)).toEqual([])
  })

  test('Yantai states the limits of 第11条 as the document has them', () => {
    const overview = JSON.stringify(of('yantai').find((item) => item.id === 'yantai-limits-overview'))
    for (const limit of [
      '5 个工作日',
      '15 个工作日',
      '半小时',
      '3 个工作日',
      '1 小时',
      '3 个自然日',
      '当天',
      '即时响应',
    ]) {
      expect(overview).toContain(limit)
    }
  })

  test('people are addressed as 您, without exclamation marks', () => {
    const rude = base.items.filter((item) => {
      const read = JSON.stringify([item.title, item.shortAnswer, item.sections])
      return /你(?!好)|！/.test(read)
    })
    expect(rude.map((item) => item.id)).toEqual([])
  })
})
