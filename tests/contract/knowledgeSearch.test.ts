/** The search port has two adapters; whoever uses it notices no difference. */
import { join } from 'node:path'
import { startOpensearchMock, type RunningOpensearch } from '../../mock/opensearch/src/testing'
import { type ChosenSearch, chooseSearch } from '../../portal-api/src/knowledge/chooseSearch'
import { asSearchable } from '../../portal-api/src/knowledge/knowledge.view'
import { loadKnowledge } from '../../portal-api/src/knowledge/knowledgeData'
import type { SearchableEntry, SearchScope } from '../../portal-api/src/knowledge/knowledgeSearch'
import { loadSynonyms } from '../../portal-api/src/knowledge/synonymData'
import { readSettings } from '../../portal-api/src/platform/settings'

const folder = join(__dirname, '../../portal-api/cities')
const CITIES = ['yantai', 'fuzhou']
const files = loadKnowledge(folder, CITIES).items.map(asSearchable)
const silent = { warn: () => undefined, info: () => undefined }

let engine: RunningOpensearch
let portals = 0
beforeAll(async () => {
  engine = await startOpensearchMock()
})
afterAll(() => engine.stop())

const make = (environment: Record<string, string>, entries: readonly SearchableEntry[]): ChosenSearch =>
  chooseSearch({
    settings: readSettings(environment),
    cities: CITIES,
    entries,
    synonymsOf: loadSynonyms(folder, CITIES),
    log: silent,
  })
const asElsewhere = (analyser: string) => (entries: readonly SearchableEntry[]) => {
  portals += 1
  const prefix = `contract-${String(portals)}`
  return make({ SEARCH_URL: engine.url, SEARCH_INDEX_PREFIX: prefix, SEARCH_ANALYSER: analyser }, entries)
}

/** Asks until it is so; fails by the test's own patience. */
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo()));
}
/** The engine's own answer: while it is being filled, or slow on a busy machine, the portal answers without it. */
const ask = async (search: ChosenSearch, query: string, scope: Partial<SearchScope> = {}) => {
  for (;;) {
    const answer = await search.search(query, { city: 'yantai', limit: 10, ...scope })
    if (answer.limited !== true) return answer
    search.keepUp?.()
  }
}
const idsOf = async (search: ChosenSearch, query: string, scope: Partial<SearchScope> = {}) =>
  (await ask(search, query, scope)).hits.map(({ id }) => id)
/** An engine elsewhere is filled first. */
const ready = async (search: ChosenSearch): Promise<ChosenSearch> => {
  search.keepUp?.()
  await ask(search, '停水')
  return search
}

describe.each([
  ['the portal’s own engine', (entries: readonly SearchableEntry[]) => make({}, entries)],
  ['an engine elsewhere with smartcn', asElsewhere('smartcn')],
  ['an engine elsewhere with ik', asElsewhere('ik_max_word')],
  ['an engine elsewhere without a plugin', asElsewhere('cjk')],
])('%s', (_, create) => {
  describe('the cities’ own entries', () => {
    let search: ChosenSearch
    beforeAll(async () => {
      search = await ready(create(files))
    })

    test.each<[string, string, string]>([
      ['plain words', '家里没水了咋办', 'water-outage'],
      ['plain words', '灶台旁边闻着有股臭鸡蛋味，怕是漏气', 'gas-smell'],
      ['plain words', '买的洗衣机坏了商家不退', 'quality-return'],
      ['plain words', '狗咬人', 'dog-bite'],
      ['no common pair of characters', '河沟子臭得开不了窗', 'environment-12369'],
      ['an official term', '不动产登记', 'land-12336'],
      ['an official term', '最低生活保障', 'minimum-living'],
      ['another name', '公积金提取', 'fund-withdraw'],
      ['another name', '社会保障卡丢了', 'social-security-12333'],
      ['pinyin', 'tingshui', 'water-outage'],
      ['pinyin of several words', 'yibao baoxiao', 'medical-insurance'],
      ['initials', 'sbk', 'social-security-12333'],
      ['initials', 'sfz', 'identity-card'],
      ['a slip of the input method', '设保卡补办', 'social-security-12333'],
      ['a slip of the input method', '身分证', 'identity-card'],
      ['a number', '12333', 'social-security-12333'],
      ['a number within words', '12369还有用吗', 'environment-12369'],
      ['a number in full width', '１２３４８', 'legal-aid-12348'],
      ['a number half typed', '9611', 'fraud-96110'],
    ])('by %s: %s', async (_by, query, expected) => {
      for (const city of CITIES)
        expect((await idsOf(search, query, { city })).slice(0, 3)).toContain(`${city}-${expected}`)
    })

    test.each([
      '红烧肉怎么做',
      '床前明月光疑是地上霜',
      'asdfghjkl',
      '你好',
      '今天天气真好',
      '。。。',
      'test',
    ])('nothing for %s', async (query) => {
      for (const city of CITIES) expect(await idsOf(search, query, { city })).toEqual([])
    })

    test.each([
      ['sbk', '社保卡'],
      ['tingshui', '停水'],
      ['停水', undefined],
      ['asdfghjkl', undefined],
    ])('%s is taken for %s', async (query, meant) => {
      expect((await ask(search, query)).meant).toBe(meant)
    })

    test('tells which words were found, for the eye', async () => {
      const [hit] = (await ask(search, '没水了')).hits
      expect([...(hit?.found ?? [])]).toEqual(expect.arrayContaining(['没水', '停水']))
    })

    test.each([
      ['停水', '停水了怎么办'],
      ['shenfenz', '身份证丢了、到期了怎么办'],
      ['sfz', '身份证丢了、到期了怎么办'],
      ['身分证', '身份证丢了、到期了怎么办'],
    ])('while %s is being typed, suggests %s', async (typed, text) => {
      const suggested = await search.suggest(typed, { city: 'yantai', limit: 8 })
      expect(suggested.map((one) => one.text)).toContain(text)
      expect(suggested.length).toBeLessThanOrEqual(8)
    })

    test('suggests nothing for what nobody asks', async () => {
      for (const typed of ['', ' ', 'q', '红烧肉'])
        expect(await search.suggest(typed, { city: 'yantai', limit: 8 })).toEqual([])
    })

    test('however long and strange a question is, it is answered', async () => {
      const signs = (count: number) =>
        Array.from({ length: count }, (_unused, i) => String.fromCharCode(0x5000 + i)).join('')
      expect((await idsOf(search, '停水'.repeat(1000)))[0]).toBe('yantai-water-outage')
      expect((await idsOf(search, `停水了${' 停水 断水'.repeat(300)}`))[0]).toBe('yantai-water-outage')
      const names = loadSynonyms(folder, CITIES)('yantai').flat().join('，')
      // Those that say nothing; whether they find something does not matter.
      for (const query of [
        signs(79),
        signs(2000),
        'a'.repeat(2000),
        '1 '.repeat(1000),
        names,
        names.slice(0, 85),
      ])
        await idsOf(search, query.slice(0, 2000))
      expect(await idsOf(search, '"{}[]\\\n*?~^:!'.repeat(50))).toEqual([])
    })

    test('an appeal as it is written finds its entry, and a story of something else none', async () => {
      const cut =
        '您好，我是莱山区某小区的业主。昨天晚上七点多，我们小区突然停电了，整栋楼都黑着，电梯也停了，我家老人八十多岁，' +
        '住在十五楼，腿脚不方便，冰箱里给孩子存的药也怕坏了。我打物业电话，物业说不是他们的问题，让我等通知，可是等到' +
        '夜里十二点还没有来电，也没有任何人告诉我们是什么原因、什么时候能恢复。希望有关部门尽快查清停电的原因，告诉' +
        '大家什么时候来电，以后计划停电能提前通知，不要让我们这样干等着。谢谢你们，辛苦了。'
      const hills =
        '上个周末我和爱人带着孩子去爬山，早晨六点就出发了，天刚蒙蒙亮，路上没有什么车。到了山脚下，空气特别清新，孩子' +
        '一路跑在前面，看见什么都好奇，一会儿摘野花，一会儿追蝴蝶。半山腰有一座亭子，我们坐下来吃了自己带的包子和鸡蛋，' +
        '喝了热茶，聊起小时候在老家的事情。爱人说她最喜欢秋天，满山的红叶像火一样。'
      for (const city of CITIES) {
        expect((await idsOf(search, cut, { city }))[0]).toBe(`${city}-power-outage`)
        expect((await idsOf(search, cut.repeat(9).slice(0, 2000), { city }))[0]).toBe(`${city}-power-outage`)
        expect(await idsOf(search, hills, { city })).toEqual([])
      }
    })
  })

  describe('entries that come and go', () => {
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
    // A word that every entry has would say nothing.
    const others = ['路灯不亮', '噪音扰民', '犬只管理', '河水发臭', '垃圾清运'].map((title) =>
      entry(title, title),
    )

    test('an entry is found from when it is put, by its new words when it changes, and no more when it is gone', async () => {
      const search = await ready(create(others))
      search.put([entry('water', '停水公告在哪看')])
      await until(async () => (await idsOf(search, '停水公告')).includes('water'))
      search.put([entry('water', '集中供暖几号开始', { phrasings: ['暖气什么时候来'] })])
      await until(async () => (await idsOf(search, '集中供暖')).includes('water'))
      expect(await idsOf(search, '停水公告')).toEqual([])
      expect((await search.suggest('集中', { city: 'yantai', limit: 8 })).map(({ id }) => id)).toEqual([
        'water',
      ])
      search.remove('yantai', ['water', 'never-there'])
      search.remove('fuzhou', ['路灯不亮'])
      await until(async () => (await idsOf(search, '集中供暖')).length === 0)
      expect(await search.suggest('集中', { city: 'yantai', limit: 8 })).toEqual([])
      expect(await idsOf(search, '路灯不亮')).toEqual(['路灯不亮'])
    })

    test('looks where it is asked to; an entry that names no district or audience is for all', async () => {
      const search = await ready(
        create([
          ...others,
          entry('everywhere', '停水公告在哪看'),
          entry('here', '莱山停水公告', { districts: ['laishan'], topic: 'utilities' }),
          entry('firms', '企业停水公告', { audience: ['enterprise'] }),
          entry('elsewhere', '停水公告在哪看', { city: 'fuzhou' }),
        ]),
      )
      const found = async (scope: Partial<SearchScope>) => (await idsOf(search, '停水公告', scope)).sort()
      expect(await found({})).toEqual(['everywhere', 'firms', 'here'])
      expect(await found({ district: 'zhifu' })).toEqual(['everywhere', 'firms'])
      expect(await found({ district: 'laishan', audience: 'person' })).toEqual(['everywhere', 'here'])
      expect(await found({ topic: 'utilities' })).toEqual(['here'])
      expect(await found({ city: 'fuzhou' })).toEqual(['elsewhere'])
      expect(await found({ city: 'nowhere' })).toEqual([])
      expect(await idsOf(search, '停水公告', { limit: 1 })).toHaveLength(1)
      const suggested = async (scope: Partial<SearchScope>) =>
        (await search.suggest('停水', { city: 'yantai', limit: 8, ...scope })).map(({ id }) => id).sort()
      expect(await suggested({ district: 'zhifu' })).toEqual(['everywhere', 'firms'])
      expect(await suggested({ city: 'fuzhou' })).toEqual(['elsewhere'])
    })

    test('texts without a question are found by what they say', async () => {
      const search = await ready(
        create([
          entry('rent', '', { body: '对受疫情影响的中小企业减免房租三个月。' }),
          entry('clinic', '', { body: '开通网上挂号，减少到院人数。' }),
        ]),
      )
      expect(await idsOf(search, '中小企业减免房租吗')).toEqual(['rent'])
    })

    test('an empty question has an empty answer', async () => {
      const search = await ready(create(others))
      for (const query of ['', '  ', '？']) expect(await idsOf(search, query)).toEqual([])
    })

    test('best first, and the same every time', async () => {
      const search = await ready(create(files))
      const twice = async () => (await ask(search, '停水停电怎么办')).hits
      const hits = await twice()
      const scores = hits.map(({ score }) => score)
      expect(scores).toEqual([...scores].sort((a, b) => b - a))
      expect(await twice()).toEqual(hits)
    })
  })
})
