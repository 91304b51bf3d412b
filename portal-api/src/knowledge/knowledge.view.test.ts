import { KnowledgeEntry, KnowledgeSearchAnswer } from '@jiesu/shared-types'
import { asSearchable, createKnowledgeViews } from './knowledge.view'
import type { KnowledgeBase, KnowledgeItem } from './knowledgeData'
import { makeOwnSearch } from './search/ownSearch'

const item = (id: string, more: Partial<KnowledgeItem> = {}): KnowledgeItem => ({
  id,
  city: 'yantai',
  topic: 'utilities',
  title: '停水了怎么办',
  phrasings: ['家里没水', '水龙头不出水', '断水', '什么时候来水'],
  shortAnswer: '先问邻居是不是一片停水。',
  sections: [{ heading: '报修', text: '拨 12345。' }],
  phones: [{ name: '12345 热线', number: '12345' }],
  links: [],
  unitName: '烟台市 12345 政务服务便民热线',
  source: { document: '烟政办发〔2021〕3号', item: '第11条③' },
  checkedOn: '2026-11-21',
  related: [],
  ...more,
})

const base: KnowledgeBase = {
  topics: [
    { id: 'utilities', city: 'yantai', name: '水电气暖', order: 1 },
    { id: 'living', city: 'yantai', name: '生活', order: 2 },
    { id: 'living', city: 'fuzhou', name: '生活', order: 1 },
  ],
  items: [
    item('water', { mostAsked: 2, related: ['power'] }),
    item('power', { title: '停电了怎么办', phrasings: ['没电', '断电', '跳闸', '停电没通知'], mostAsked: 1 }),
    item('noise', {
      topic: 'living',
      title: '夜间施工吵怎么办',
      phrasings: ['半夜打桩', '工地吵', '凌晨施工', '夜里太吵'],
    }),
    item('fuzhou-noise', { city: 'fuzhou', topic: 'living', title: '夜间施工吵怎么办', mostAsked: 1 }),
  ],
}
const views = createKnowledgeViews(base, makeOwnSearch(base.items.map(asSearchable)))
const ids = async (query: { q: string; city?: string; topic?: string; limit?: number }): Promise<string[]> =>
  (await views.searchKnowledge({ city: 'yantai', limit: 10, ...query })).hits.map((hit) => hit.id)

test('what is for some persons is found by whoever looks for what is for persons', () => {
  expect(asSearchable(item('a', { audience: ['elderly'] })).audience).toEqual(['elderly', 'person'])
  expect(asSearchable(item('a', { audience: ['enterprise'] })).audience).toEqual(['enterprise'])
  expect(asSearchable(item('a')).audience).toBeUndefined()
})

describe('searchKnowledge', () => {
  test('with words: the relevant entries with what was found in them', async () => {
    const { hits } = await views.searchKnowledge({ city: 'yantai', q: '家里停水了', limit: 10 })
    expect(hits[0]).toMatchObject({
      id: 'water',
      title: '停水了怎么办',
      topic: 'utilities',
      highlights: ['停水'],
    })
  })

  test('without words: the most asked entries, in their order', async () => {
    expect(await ids({ q: '' })).toEqual(['power', 'water'])
    expect(await ids({ q: '  ', limit: 1 })).toEqual(['power'])
  })

  test('whom and where entries are for: what can be chosen, and what a choice shows without words', async () => {
    const items = [
      item('all', { mostAsked: 1 }),
      item('old', { audience: ['elderly'], title: '老年证怎么办' }),
      item('firm', { audience: ['enterprise'], districts: ['370602'], title: '企业怎么开户' }),
    ]
    const own = createKnowledgeViews({ ...base, items }, makeOwnSearch(items.map(asSearchable)))
    const asked = (more: { audience?: string; district?: string; q?: string }) =>
      own.searchKnowledge({ city: 'yantai', q: '', limit: 10, ...more })
    expect((await asked({})).named).toEqual({ districts: ['370602'], audience: ['elderly', 'enterprise'] })
    const shown = async (more: { audience?: string; district?: string; q?: string }) =>
      (await asked(more)).hits.map(({ id }) => id)
    expect(await shown({})).toEqual(['all'])
    expect(await shown({ audience: 'person' })).toEqual(['old'])
    expect(await shown({ audience: 'enterprise', district: '370602' })).toEqual(['firm'])
    expect(await shown({ audience: 'enterprise', q: '停水了' })).toEqual(['all'])
  })

  test('without words but with a topic: all of the topic', async () => {
    expect(await ids({ q: '', topic: 'living' })).toEqual(['noise'])
  })

  test('lists the topics of the city with their number of entries, whatever was found', async () => {
    expect(await views.searchKnowledge({ city: 'yantai', q: '红烧肉', limit: 10 })).toMatchObject({
      hits: [],
      topics: [
        { id: 'utilities', name: '水电气暖', count: 2 },
        { id: 'living', name: '生活', count: 1 },
      ],
    })
  })

  test('an unknown city has nothing', async () => {
    expect(await views.searchKnowledge({ city: 'nowhere', q: '停水', limit: 10 })).toMatchObject({
      hits: [],
      topics: [],
    })
  })

  test('answers as the contract says', async () => {
    const answer = await views.searchKnowledge({ city: 'yantai', q: '停水', limit: 10 })
    expect(KnowledgeSearchAnswer.parse(answer)).toEqual(answer)
  })
})

describe('getEntry', () => {
  test('is the whole entry, related entries by title, without what is only searched', () => {
    const entry = views.getEntry('water')
    expect(entry).toMatchObject({ id: 'water', related: [{ id: 'power', title: '停电了怎么办' }] })
    expect(entry).not.toHaveProperty('phrasings')
    expect(entry).not.toHaveProperty('mostAsked')
    expect(KnowledgeEntry.parse(entry)).toEqual(entry)
  })

  test('keeps quote and address of the source where they are given', () => {
    const quoted = item('quoted', {
      source: { document: 'a', item: 'b', quote: '原文', url: 'https://example.org/' },
    })
    const one = createKnowledgeViews({ topics: [], items: [quoted] }, makeOwnSearch([]))
    expect(one.getEntry('quoted')?.source).toEqual(quoted.source)
  })

  test('of no such id is undefined', () => {
    expect(views.getEntry('nothing')).toBeUndefined()
  })
})
