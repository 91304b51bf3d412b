import { SubmitOrderInput, type CityProfile } from '@jiesu/shared-types'
import { checkInput } from '../../../api/checkInput'
import {
  afterWords,
  chosenPlace,
  emptySubmission,
  errorsByField,
  firstOf,
  missingFields,
  moveToCity,
  toInput,
  turnTo,
  type Submission,
} from './submission'

const filled = (patch: Partial<Submission> = {}): Submission => ({
  ...emptySubmission(),
  city: 'yantai',
  text: '小区从昨晚八点开始停水',
  kind: 'help',
  category: 'utilities/water-outage',
  district: '370602',
  confidentiality: 'open',
  name: '王女士',
  phone: '13800000000',
  ...patch,
})
const errorsOf = (submission: Submission) =>
  errorsByField(checkInput(SubmitOrderInput, toInput(submission, 'yantai', false)))

test('a filled form is what the contract wants', () => {
  expect(errorsOf(filled())).toEqual({})
  expect(missingFields(filled())).toEqual([])
})

test('an empty form gets every finding at once, each at its field, the first one first', () => {
  const errors = errorsOf(emptySubmission())
  expect(Object.keys(errors).sort()).toEqual(
    [
      'submit-category',
      'submit-confidentiality',
      'submit-district',
      'submit-kind',
      'submit-name',
      'submit-phone',
      'submit-text',
    ].sort(),
  )
  expect(firstOf(errors)).toBe('submit-text')
})

test('what the bar names as missing is what the contract finds in an empty form', () => {
  const empty = emptySubmission()
  for (const requester of ['citizen', 'enterprise'] as const)
    for (const forAnother of [false, true]) {
      const submission = { ...empty, requester, forAnother }
      expect(missingFields(submission).sort()).toEqual(Object.keys(errorsOf(submission)).sort())
    }
})

test('an anonymous appeal sends no contact, even one that was typed before', () => {
  const input = toInput(filled({ confidentiality: 'anonymous' }), 'yantai', false)
  expect(input.contact).toBeUndefined()
  expect(missingFields(filled({ confidentiality: 'anonymous', name: '', phone: '' }))).toEqual([])
})

const AGENCY = {
  forAnother: true,
  agentName: '李女士',
  agentPhone: '139 0000 0000',
  agentRelation: 'family',
  agentConsent: true,
} as const

test('for somebody else: the contact stays the person concerned, the writer is their agent', () => {
  const submission = filled(AGENCY)
  expect(errorsOf(submission)).toEqual({})
  expect(toInput(submission, 'yantai', false)).toMatchObject({
    contact: { name: '王女士', phone: '13800000000' },
    agent: { name: '李女士', phone: '139 0000 0000', relation: 'family', consent: true },
  })
  expect(toInput({ ...submission, forAnother: false }, 'yantai', false)).not.toHaveProperty('agent')
  expect(errorsOf(filled({ ...AGENCY, agentConsent: false }))).toEqual({
    'submit-agent-consent': '请先征得当事人同意，勾选后再提交',
  })
  expect(errorsOf(filled({ ...AGENCY, confidentiality: 'anonymous' }))).toHaveProperty(
    'submit-confidentiality',
  )
})

test('turning to somebody else and back: one’s own name never becomes theirs, and nothing is lost', () => {
  const own = filled({ confidentiality: 'anonymous' })
  const turned = { ...own, ...turnTo(own, true) }
  expect(turned).toMatchObject({
    forAnother: true,
    confidentiality: '',
    name: '',
    phone: '',
    agentName: '王女士',
    agentPhone: '13800000000',
  })
  const written = { ...turned, name: '赵先生', phone: '13700000000' }
  const back = { ...written, ...turnTo(written, false) }
  expect(back).toMatchObject({ forAnother: false, name: '王女士', phone: '13800000000' })
  expect({ ...back, ...turnTo(back, true) }).toMatchObject({ name: '赵先生', agentName: '王女士' })
  expect(turnTo(back, false)).toEqual({})
})

test('an enterprise names itself; its code is optional', () => {
  const company = { requester: 'enterprise', enterpriseName: '某某商贸有限公司' } as const
  expect(errorsOf(filled({ requester: 'enterprise' }))).toHaveProperty('submit-enterprise')
  expect(toInput(filled({ ...company, creditCode: ' ' }), 'yantai', false).enterprise).toEqual({
    name: '某某商贸有限公司',
  })
  expect(errorsOf(filled(company))).toEqual({})
})

test.each([
  ['91370600XXXXXXXXXM', undefined],
  [' 9137 0600 xxxx xxxx xm ', undefined],
  ['123', '统一社会信用代码是 18 位数字和大写字母，其中没有 I、O、S、V、Z'],
  ['91370600XXXXXXXXXK', '统一社会信用代码好像有一位不对，请对照营业执照核对'],
])('a credit code typed as %j: %s', (creditCode, error) => {
  const company = filled({ requester: 'enterprise', enterpriseName: '某某商贸有限公司', creditCode })
  expect(errorsOf(company)).toEqual(error === undefined ? {} : { 'submit-credit-code': error })
})

test('findings about a whole part or one item of a list stand at the nearest field', () => {
  expect(
    errorsByField([
      { path: '/attachments/2', message: '照片可能已过期' },
      { path: '/contact', message: '请留下称呼和电话' },
      { path: '/contact/name', message: '请填写称呼' },
      { path: '/agent', message: '本市暂时不接受代办' },
      { path: '/agent/consent', message: '请先征得当事人同意' },
      { path: '/commandId', message: '缺少有效的操作编号' },
    ]),
  ).toEqual({
    'submit-photos': '照片可能已过期',
    'submit-name': '请留下称呼和电话',
    'submit-for': '本市暂时不接受代办',
    'submit-agent-consent': '请先征得当事人同意',
  })
})

test('in another city the words stay, and what that city does not have is chosen anew', () => {
  const fuzhou = {
    id: 'fuzhou',
    kinds: [{ id: 'help', name: '求助', explanation: '' }],
    categories: [
      { id: 'utilities', name: '', categories: [{ id: 'utilities/power-outage', name: '停电', hints: [] }] },
    ],
  } as unknown as CityProfile
  const moved = { ...filled({ street: '370602001' }), ...moveToCity(filled(), fuzhou) }
  expect(moved).toMatchObject({
    city: 'fuzhou',
    text: '小区从昨晚八点开始停水',
    kind: 'help',
    category: '',
    district: '',
    street: '',
    name: '王女士',
  })
  expect(moveToCity(filled({ kind: 'report' }), fuzhou)).toMatchObject({ kind: '' })
})

describe('a place in words', () => {
  const zhifu = {
    district: '370602',
    street: '370602003',
    name: '芝罘区 毓璜顶街道',
    matched: '芝罘区毓璜顶街道',
  }
  const fushan = filled({ district: '370611', street: '370611001' })

  test('what is certain is filled in while nothing was chosen by hand', () => {
    const answer = { places: [{ ...zhifu, sure: true }] }
    expect(afterWords(fushan, answer)).toEqual({ district: '370602', street: '370602003' })
    expect(afterWords({ ...fushan, placeChosen: true }, answer)).toEqual({})
    expect(afterWords(fushan, { places: [{ ...zhifu, sure: false }] })).toEqual({})
    expect(afterWords(fushan, { places: [] })).toEqual({})
  })

  test('a district alone leaves a street of it as it is, and takes one of another away', () => {
    const answer = { places: [{ district: '370611', name: '福山区', matched: '福山', sure: true }] }
    expect(afterWords(fushan, answer)).toEqual({})
    expect(afterWords(filled({ street: '370602003' }), answer)).toEqual({ district: '370611', street: '' })
  })

  test('what is pressed is chosen; a street of the same district stays', () => {
    expect(chosenPlace(fushan, zhifu)).toEqual({ district: '370602', street: '370602003', placeChosen: true })
    expect(chosenPlace(fushan, { district: '370611' })).toMatchObject({ street: '370611001' })
    expect(chosenPlace(fushan, { district: '370602' })).toMatchObject({ street: '' })
  })

  test('where no district is known, words are what is missing', () => {
    expect(missingFields(filled({ district: 'elsewhere' }))).toEqual(['submit-detail'])
    expect(missingFields(filled({ district: 'elsewhere', detail: '全市' }))).toEqual([])
  })
})
