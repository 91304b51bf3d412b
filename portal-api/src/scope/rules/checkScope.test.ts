import type { ScopeMatch, ScopeRule } from '../../cities/cityData'
import { checkScope, type DraftAppeal } from './checkScope'

const rule = (match: ScopeMatch[], more: Partial<ScopeRule> = {}): ScopeRule => ({
  id: 'petition',
  version: 1,
  kind: 'redirect',
  name: '信访',
  title: '这件事已经在信访渠道办理',
  text: '请继续通过信访渠道查询。',
  match,
  channels: [],
  ...more,
})
const anybody: DraftAppeal = { requester: 'citizen', facts: [] }
const words = (match: ScopeMatch, text: string) => checkScope([rule([match])], anybody, text)[0]?.words ?? []

describe('the words found stand exactly as in the text', () => {
  test.each([
    ['plain', '我已信访过', '信访', ['信访']],
    ['spaces inside', '我已信 访过', '信访', ['信 访']],
    ['full-width letters and digits', '拨打１２３４５没人接', '12345', ['１２３４５']],
    ['capital letters', '在Ktv里', 'KTV', ['Ktv']],
    ['zero-width characters', '信\u200b访局', '信访', ['信\u200b访']],
    ['characters beyond the basic plane before it', '😀😀信访', '信访', ['信访']],
    ['in reading order, each once', '信访后再信访，上访', '信访', ['信访']],
    ['with its gap', '不服 区法院的判决', '不服…判决', ['不服 区法院的判决']],
  ])('%s', (_name, text, phrase, expected) => {
    expect(words({ any: [phrase] }, text)).toEqual(expected)
  })

  test('a longer phrase hides the shorter one inside it', () => {
    expect(words({ any: ['信访', '信访事项', '访事项'] }, '信访事项三个月了，又去信访')).toEqual([
      '信访事项',
      '信访',
    ])
  })
})

describe('a gap', () => {
  test.each([
    ['holds up to ten characters', `不服${'某'.repeat(10)}判决`, true],
    ['but not eleven', `不服${'某'.repeat(11)}判决`, false],
    ['does not leave its sentence', '我不服。法院的判决', false],
    ['does not leave its clause', '我不服，法院的判决', false],
    ['goes over an enumeration', '不服一审、二审判决', true],
    ['tries every later half', '不服管，不服这个判决', true],
    ['may stand twice', '不服区里的法院的判决', true],
  ])('%s', (_name, text, found) => {
    expect(words({ any: ['不服…判决', '不服…法院…判决'] }, text).length > 0).toBe(found)
  })
})

describe('a space between clauses is a comma', () => {
  test.each<[string, Omit<ScopeMatch, 'any'>, string, boolean]>([
    ['a denial ends there', {}, '这事没有 信访局受理了', true],
    ['without the space it does not', {}, '这事没有信访局受理了', false],
    ['what follows it does not colour the mention', { unless: ['万一'] }, '我信访过 万一要补材料', true],
    ['what is said before it does', { unless: ['万一'] }, '万一不行呢 我就信访', false],
    ['a word torn apart stays one', {}, '我不想信 访', false],
  ])('%s', (_name, more, text, found) => {
    expect(words({ any: ['信访'], ...more }, text).length > 0).toBe(found)
  })

  test('and ends a gap', () => {
    expect(words({ any: ['不服…判决'] }, '居民不服管 法院的判决公开了')).toEqual([])
  })
})

describe('common slips read as the word that was meant', () => {
  test.each([
    ['仲裁', '去仲才委', '仲才'],
    ['信访局', '找信防局', '信防局'],
    ['泄漏', '煤气泄露', '泄露'],
    ['泄露', '煤气泄漏', '泄漏'],
    ['天然气', '天 燃 气漏了', '天 燃 气'],
  ])('%s in %s', (phrase, text, typed) => {
    expect(words({ any: [phrase] }, text)).toEqual([typed])
  })

  test.each([
    ['信访', '短信防骗宣传'],
    ['仲裁', '其中裁员二十人，严重裁员'],
    ['复议', '希望收到回复意见，健康修复仪坏了'],
  ])('but no %s in %s', (phrase, text) => {
    expect(words({ any: [phrase] }, text)).toEqual([])
  })
})

describe('what is denied, feared, asked or affirmed', () => {
  test.each([
    ['不是信访', false],
    ['这并非信访', false],
    ['没有去信访', false],
    ['从未信访', false],
    ['不想走信访', false],
    ['我不信访', false],
    ['还没有向他们信访', false],
    ['别信访', false],
    ['怕人去信访', false],
    ['不得不信访', true],
    ['不是不信访', true],
    ['不是没有信访', true],
    ['是不是信访', true],
    ['要不要信访', true],
    ['有没有信访', true],
    ['特别信访', true],
    ['电话没人接，信访', true],
    ['不服气就信访', true],
  ])('%s → %s', (text, found) => {
    expect(words({ any: ['信访'] }, text).length > 0).toBe(found)
  })
})

describe('quotation and place', () => {
  test.each([
    ['物业说“去信访吧”', false],
    ['墙上写着《信访条例》', false],
    ['他们说"信访"没用', false],
    ['信访局门口的井盖坏了', false],
    ['信访大楼附近停电', false],
    ['“我已经信访三个月了，一直没有人管，请问怎么查进度”', true],
    ['“信访没有人管', true],
    [`他写道：“${'我们反映了很多次都没有用，'.repeat(3)}只好信访了。”`, true],
  ])('%s → %s', (text, found) => {
    expect(words({ any: ['信访'] }, text).length > 0).toBe(found)
  })
})

describe('what else a match asks for', () => {
  test.each<[string, Omit<ScopeMatch, 'any'>, string, boolean]>([
    ['a companion in the sentence', { with: [['受理', '答复']] }, '信访一个月了，还没有答复', true],
    ['not in the next sentence', { with: [['受理', '答复']] }, '信访一个月了。还没有答复', false],
    ['one of each group', { with: [['受理'], ['编号']] }, '信访受理了', false],
    ['not within an exception', { except: ['信访知识'] }, '信访知识竞赛', false],
    ['but outside of it', { except: ['信访知识'] }, '信访知识竞赛以后我去信访', true],
    ['another sense before it', { unless: ['如果'] }, '如果再不修，我就信访', false],
    ['another sense in its clause', { unless: ['多次'] }, '居民信访多次，没有用', false],
    ['a sense after its clause is no matter', { unless: ['可能'] }, '已信访，可能是电线老化', true],
    ['a sense in two parts', { unless: ['要是…就'] }, '要是不修就信访', false],
    ['half of it is no matter', { unless: ['要是…就'] }, '要是修好，信访', true],
    ['a sense in the sentence before is no matter', { unless: ['如果'] }, '如果能修就好。我已信访', true],
    ['short texts only', { longest: 20 }, `信访${'很'.repeat(18)}`, true],
    ['not longer ones', { longest: 20 }, `信访${'很'.repeat(19)}`, false],
    [
      'close together in a longer one',
      { longest: 20, with: [['受理']] },
      `信访受理了，${'很'.repeat(60)}`,
      true,
    ],
    ['but not in two clauses', { longest: 20, with: [['受理']] }, `信访，受理了${'很'.repeat(60)}`, false],
    ['nor in a long one', { longest: 20, with: [['受理']] }, `信访受理了，${'很'.repeat(160)}`, false],
    ['the opening of a long text', { opening: true }, `信访${'很'.repeat(400)}`, true],
    ['not the middle of a long text', { opening: true }, `${'很'.repeat(200)}信访${'很'.repeat(200)}`, false],
    ['anywhere in a short one', { opening: true }, `${'很'.repeat(200)}信访`, true],
  ])('%s', (_name, more, text, found) => {
    expect(words({ any: ['信访'], ...more }, text).length > 0).toBe(found)
  })
})

describe('rules', () => {
  const fire = rule([{ any: ['着火了'] }], { id: 'fire', kind: 'emergency' })
  const advice = rule([{ any: ['停电'] }], { id: 'advice', kind: 'notice' })
  const decline = rule([{ any: ['国家秘密'] }], { id: 'secret', kind: 'decline' })

  test('emergencies come first, then redirections, declines and notices', () => {
    const text = '停电了，文件是国家秘密，已信访，现在着火了'
    const found = checkScope([advice, decline, rule([{ any: ['信访'] }]), fire], anybody, text)
    expect(found.map((f) => f.rule)).toEqual(['fire', 'petition', 'secret', 'advice'])
  })

  test('one finding a rule, with the words of all its matches', () => {
    const found = checkScope([rule([{ any: ['上访'] }, { any: ['信访'] }])], anybody, '先信访后上访')
    expect(found).toEqual([{ rule: 'petition', kind: 'redirect', words: ['信访', '上访'] }])
  })

  test('a notice for a category needs no words', () => {
    const outage = rule([], {
      id: 'outage',
      kind: 'notice',
      when: { categories: ['utilities/power-outage'] },
    })
    expect(checkScope([outage], { ...anybody, category: 'utilities/power-outage' }, '')).toEqual([
      { rule: 'outage', kind: 'notice', words: [] },
    ])
    expect(checkScope([outage], { ...anybody, category: 'utilities/gas-outage' }, '停电')).toEqual([])
    expect(checkScope([outage], anybody, '停电')).toEqual([])
  })

  test('a rule for a kind waits until the kind is chosen', () => {
    const forConsult = rule([{ any: ['信访'] }], { when: { kinds: ['consult'] } })
    expect(checkScope([forConsult], anybody, '信访')).toEqual([])
    expect(checkScope([forConsult], { ...anybody, kind: 'consult' }, '信访')).toHaveLength(1)
    expect(checkScope([forConsult], { ...anybody, kind: 'help' }, '信访')).toEqual([])
  })

  test.each(['', '   ', '。。。', '?'.repeat(5000)])('a text without words finds nothing: %j', (text) => {
    expect(checkScope([fire, advice, decline], anybody, text)).toEqual([])
  })
})
