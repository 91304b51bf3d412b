import { asPhrase } from '../rules/relevance'
import { candidatesBody, digestsBody, soundsBody, suggestionsBody } from './queries'

const scope = { city: 'yantai', limit: 10 }
const candidates = (text: string, more: object = {}, names: string[] = []) =>
  JSON.stringify(candidatesBody(text, asPhrase(text), names, [], { ...scope, ...more }))
/** Values of the prefixes that are asked for in a field. */
const prefixes = (body: object | undefined, field: string): string[] =>
  [...JSON.stringify(body).matchAll(/"prefix":\{"(\w+)":\{"value":"([^"]*)"/g)].flatMap(([, name, value]) =>
    name === field ? (value ?? '') : [],
  )

test('asks in the city, and for entries that name the district and audience or none at all', () => {
  expect(candidates('停水')).toContain('"filter":[{"term":{"city":"yantai"}}]')
  const body = candidates('停水', { topic: 'utilities', district: '370602', audience: 'person' })
  expect(body).toContain('{"term":{"topic":"utilities"}}')
  for (const [field, one] of [
    ['districts', '370602'],
    ['audience', 'person'],
  ] as const)
    expect(body).toContain(
      `{"bool":{"should":[{"term":{"${field}":"${one}"}},{"bool":{"must_not":[{"exists":{"field":"${field}"}}]}}],` +
        '"minimum_should_match":1}}',
    )
})

test('a word counts where it stands; other names of the thing count half, as they stand', () => {
  const body = candidates('医保', {}, ['医疗保险'])
  expect(body).toContain('"fields":["title^3","phrasings^3","shortAnswer^1.5","body"]')
  expect(body).toContain('{"multi_match":{"query":"医疗保险","type":"phrase"')
  expect(body).toContain('"boost":0.5}}')
})

test('of every term is told where it stands, and in how many of the city’s entries', () => {
  const body = candidates('停水了')
  expect(body).toContain('{"term":{"everything":{"value":"停水","boost":0,"_name":"term 停水"}}}')
  expect(body).toContain(
    '"aggs":{"everywhere":{"global":{},"aggs":{"city":{"filter":{"term":{"city":"yantai"}}',
  )
  expect(body).toContain('"停水":{"term":{"everything":"停水"}}')
})

test('a number or Latin word at the end may be half typed', () => {
  expect(candidates('拨打1231')).toContain(
    '{"prefix":{"everything":{"value":"1231","boost":0.5,"_name":"longer"}}}',
  )
  expect(candidates('1231怎么打')).not.toContain('prefix')
})

const signs = (count: number) =>
  Array.from({ length: count }, (_, i) => String.fromCharCode(0x5000 + i)).join('')

test('a story is asked for by what is most telling in it', () => {
  expect(candidates(signs(2000))).toContain('"more_like_this"')
  expect(candidates(signs(80))).not.toContain('"more_like_this"')
})

test('what repeats itself is asked for once', () => {
  const body = candidates('停水'.repeat(1000))
  expect(body).toContain('{"query":"停水 水停","type":"most_fields"')
  expect(body.length).toBeLessThan(2000)
})

describe('what something sounds like', () => {
  const sounds = (text: string) => soundsBody(text, asPhrase(text), scope)
  test.each([
    ['yibaobaoxiao', ['yibaobaoxiao', 'yibao', 'baobao', 'baoxiao']],
    ['Yi Bao', ['yibao']],
    ['shangxue', ['sanxue']],
    ['社保卡', ['sebao', 'baoka']],
    ['停水 怎么办', ['tinsui', 'zenme', 'meban']],
  ])('%s', (text, expected) => {
    expect(prefixes(sounds(text), 'heard')).toEqual(expect.arrayContaining(expected))
  })
  test('up to four letters may be initials', () => {
    expect(prefixes(sounds('sbk'), 'initials')).toEqual(['sbk'])
    expect(prefixes(sounds('sbkbb'), 'initials')).toEqual([])
  })
  test('what cannot be read aloud is not asked for', () => {
    expect(sounds('12345')).toBeUndefined()
    expect(sounds('水')).toBeUndefined()
  })
})

describe('while somebody types', () => {
  const suggestions = (typed: string) => suggestionsBody(typed, scope)
  test('characters, letters, and characters that sound alike', () => {
    expect(prefixes(suggestions('身份证 丢'), 'begins')).toEqual(['身份证丢'])
    expect(prefixes(suggestions('身份证 丢'), 'holds')).toEqual(['身份证丢'])
    expect(prefixes(suggestions('身分'), 'heard')).toEqual(['senfen'])
    expect(prefixes(suggestions('sfz'), 'initials')).toEqual(['sfz'])
    expect(prefixes(suggestions('水'), 'heard')).toEqual([])
  })
  test('nothing is asked for nothing', () => {
    expect(suggestions(' ，')).toBeUndefined()
  })
})

test('digests are read page by page, of the portal’s own cities', () => {
  expect(digestsBody(['yantai'], undefined)).toMatchObject({
    query: { bool: { filter: [{ terms: { city: ['yantai'] } }] } },
    sort: [{ key: 'asc' }],
  })
  expect(digestsBody(['yantai'], undefined)).not.toHaveProperty('search_after')
  expect(digestsBody(['yantai'], 'yantai/a')).toMatchObject({ search_after: ['yantai/a'] })
})
