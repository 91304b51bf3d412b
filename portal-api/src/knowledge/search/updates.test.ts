/** Entries that come, change and go while the index is in use. */
import type { SearchableEntry } from '../knowledgeSearch'
import { createSearchIndex } from './searchIndex'

const entry = (id: string, title: string, more: Partial<SearchableEntry> = {}): SearchableEntry => ({
  id,
  city: 'yantai',
  topic: 'living',
  title,
  phrasings: [],
  shortAnswer: '',
  body: '',
  ...more,
})
const scope = { city: 'yantai', limit: 10 }

test('a new entry is found at once, a changed one by its new words only, a removed one no more', () => {
  const index = createSearchIndex([entry('a', '停水了怎么办'), entry('b', '噪音扰民找谁')])
  const found = (query: string): string[] => index.search(query, scope).map(({ id }) => id)
  index.put([entry('c', '犬只管理规定')])
  expect(found('犬只管理')).toEqual(['c'])
  index.put([entry('c', '路灯不亮报修')])
  expect(found('犬只管理')).toEqual([])
  expect(found('路灯不亮')).toEqual(['c'])
  index.remove('yantai', ['c', 'never-there'])
  index.remove('nowhere', ['a'])
  expect(found('路灯不亮')).toEqual([])
  expect(found('停水')).toEqual(['a'])
})

test('after many changes the index answers as one that was made anew', () => {
  const titles = [
    '停水了怎么办',
    '停电了怎么办',
    '路灯不亮报修',
    '犬只管理规定',
    '河水发臭举报',
    '社保卡丢了补办',
  ]
  const last = titles.map((title, i) => entry(String(i), title, { body: `拨 12345，${title}` }))
  const index = createSearchIndex()
  for (let round = 0; round < 20; round += 1)
    index.put(titles.map((_, i) => entry(String(i), titles[(i + round) % titles.length] ?? '')))
  index.put(last)
  const fresh = createSearchIndex(last)
  for (const query of ['停水', '路灯坏了', '社保卡', '河水 犬只', '12345'])
    expect(index.search(query, scope)).toEqual(fresh.search(query, scope))
})

test('filters by district and audience; an entry that names none is for all', () => {
  const index = createSearchIndex([
    entry('everywhere', '停水公告在哪看'),
    entry('here', '莱山停水公告', { districts: ['laishan'] }),
    entry('firms', '企业停水公告', { audience: ['enterprise'] }),
    // A word that every entry has would say nothing.
    ...['路灯不亮', '噪音扰民', '犬只管理', '河水发臭', '垃圾清运'].map((title) => entry(title, title)),
  ])
  const found = (more: object): string[] =>
    index
      .search('停水公告', { ...scope, ...more })
      .map(({ id }) => id)
      .sort()
  expect(found({})).toEqual(['everywhere', 'firms', 'here'])
  expect(found({ district: 'zhifu' })).toEqual(['everywhere', 'firms'])
  expect(found({ district: 'laishan', audience: 'person' })).toEqual(['everywhere', 'here'])
})
