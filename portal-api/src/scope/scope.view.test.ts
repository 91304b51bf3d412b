import { join } from 'node:path'
import { ScopeAnswer } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import { loadCity } from '../cities/loadCities'
import { scopeAnswer } from './scope.view'

const yantai = loadCity(join(__dirname, '../../cities/yantai'))
const fuzhou = loadCity(join(__dirname, '../../cities/fuzhou'))
const ask = (text: string, more: { category?: string } = {}, city: City = yantai) =>
  scopeAnswer(city, { city: city.id, requester: 'citizen', text, ...more })

test('an ordinary appeal: no finding, a category', () => {
  const answer = ask('向阳街道幸福小区从昨晚开始停水')
  expect(ScopeAnswer.parse(answer)).toEqual(answer)
  expect(answer).toMatchObject({ findings: [], needsInsistence: false })
  expect(answer.categories[0]).toEqual({ category: 'utilities/water-outage', name: '停水', words: ['停水'] })
})

test('an exclusion: the words, where to go, the paragraph, and a person if the requester insists', () => {
  const answer = ask('不服芝罘区法院的判决，请政府改判')
  expect(ScopeAnswer.parse(answer)).toEqual(answer)
  expect(answer.needsInsistence).toBe(true)
  expect(answer.findings[0]).toMatchObject({
    rule: 'litigation',
    kind: 'redirect',
    words: ['不服芝罘区法院的判决'],
    source: { document: '烟政办发〔2021〕3号', item: '二（三）第7条' },
  })
  expect(answer.findings[0]?.channels.map((channel) => channel.phone)).toContain('12368')
})

test.each([
  ['119', '对法院判决不服还没完 现在家里着火了火越烧越大快来人'],
  ['120', '我在信访局登记过 刚才我爸突然晕倒了叫不醒'],
  ['110', '我要举报村书记贪污。他带人拿着刀正在砸我家门'],
  ['119', '想申请劳动仲裁，厨房燃气管断了一直漏气，味道很大'],
])('an emergency comes before everything else, with %s to tap first: %s', (phone, text) => {
  for (const city of [yantai, fuzhou]) {
    const { findings } = ask(text, {}, city)
    const kinds = findings.map((finding) => finding.kind)
    expect(kinds).toEqual(['emergency', ...kinds.slice(1)])
    expect(kinds.slice(1)).toContain('redirect')
    expect(findings[0]?.channels[0]?.phone).toBe(phone)
  }
})

test('each city speaks by its own document and channels', () => {
  const arbitration = (city: City) => ask('怎么申请劳动仲裁', {}, city).findings[0]
  expect(arbitration(yantai)?.channels.map((channel) => channel.phone)).toContain('12333')
  expect(arbitration(fuzhou)?.source?.document).toBe('榕政办〔2021〕104号')
  expect(arbitration(fuzhou)?.channels.map((channel) => channel.phone)).not.toContain('12333')
})

test('a notice stops nothing', () => {
  const answer = ask('没电两个小时了', { category: 'utilities/power-outage' })
  expect(answer.findings.map((finding) => finding.rule)).toEqual(['power-hotline', 'outage-promise'])
  expect(answer.needsInsistence).toBe(false)
})

test('a category that the city does not know says nothing', () => {
  expect(ask('', { category: 'no/such' })).toEqual({ findings: [], needsInsistence: false, categories: [] })
})

test.each([yantai, fuzhou].map((city) => [city.id, city] as const))(
  '%s: a stop tells what to do, in a kind voice',
  (_id, city) => {
    for (const rule of city.scopeRules.filter((r) => r.kind === 'redirect' || r.kind === 'decline')) {
      expect(rule.text).toMatch(/改一改|照实写/)
      expect(rule.text).toContain('坚持提交')
      expect(rule.source?.document).toBe(city.profile.document.number)
    }
    for (const rule of city.scopeRules)
      expect(rule.title + rule.text).not.toMatch(/[！!]|违规|错误|失败|禁止/)
    for (const rule of city.scopeRules.filter((r) => r.kind === 'emergency')) {
      expect(rule.channels[0]?.phone).toMatch(/^1(10|19|20|22)$/)
      expect(rule.text).toContain('保存')
    }
  },
)
