import { SubmitOrderInput, type CityProfile } from '@jiesu/shared-types'
import { checkInput } from '../../../api/checkInput'
import {
  emptySubmission,
  errorsByField,
  firstOf,
  missingNames,
  moveToCity,
  toInput,
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
  expect(missingNames(filled())).toEqual([])
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
  for (const submission of [emptySubmission(), { ...emptySubmission(), requester: 'enterprise' as const }])
    expect(missingNames(submission)).toHaveLength(Object.keys(errorsOf(submission)).length)
})

test('an anonymous appeal sends no contact, even one that was typed before', () => {
  const input = toInput(filled({ confidentiality: 'anonymous' }), 'yantai', false)
  expect(input.contact).toBeUndefined()
  expect(missingNames(filled({ confidentiality: 'anonymous', name: '', phone: '' }))).toEqual([])
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
      { path: '/commandId', message: '缺少有效的操作编号' },
    ]),
  ).toEqual({ 'submit-photos': '照片可能已过期', 'submit-name': '请留下称呼和电话' })
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
