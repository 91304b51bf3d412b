import { openPoints, sayOpen } from './openPoints'
import { emptySubmission, type Errors, type Submission } from './submission'

const filled: Submission = {
  ...emptySubmission(),
  city: 'yantai',
  text: '小区从昨晚八点开始停水',
  kind: 'help',
  category: 'utilities/water-outage',
  district: '370602',
  confidentiality: 'open',
  name: '王女士',
  phone: '13800000000',
}
const said = (patch: Partial<Submission>, wrong: Errors, uploading = false) => {
  const submission = { ...filled, ...patch }
  return sayOpen(openPoints(submission, wrong, uploading), submission)
}
const forAnother: Partial<Submission> = {
  forAnother: true,
  agentName: '李女士',
  agentPhone: '13900000000',
  agentRelation: 'family',
  agentConsent: true,
}

test.each<[string, Partial<Submission>, Errors]>([
  ['都填好了，可以提交', {}, {}],
  ['还差：联系电话', { phone: '' }, {}],
  ['还差 3 项，接下来：诉求内容', { text: '', name: ' ', phone: '' }, {}],
  ['请先看一下：联系电话', { phone: '123' }, { 'submit-phone': '请填写 11 位手机号' }],
  ['请先看一下：诉求内容下面的提示', {}, { 'submit-findings': '请先看提示' }],
  [
    '请先看一下：诉求内容下面的提示、照片和视频',
    {},
    { 'submit-photos': '有照片没有传上去', 'submit-findings': '请先看提示' },
  ],
  // A field that is empty is named once, whatever the contract said to it.
  ['还差：联系电话', { phone: '' }, { 'submit-phone': '请填写联系电话' }],
  // For somebody else the same fields are about that person.
  ['都填好了，可以提交', forAnother, {}],
  ['还差：当事人的称呼', { ...forAnother, name: '' }, {}],
  [
    '还差：企业联系人的电话',
    { ...forAnother, requester: 'enterprise', enterpriseName: '示范', phone: '' },
    {},
  ],
  ['还差：您的电话', { ...forAnother, agentPhone: ' ' }, {}],
  ['还差：您和当事人的关系', { ...forAnother, agentRelation: '' }, {}],
  ['还差：当事人同意', { ...forAnother, agentConsent: false }, {}],
  ['还差 5 项，接下来：当事人的电话', { forAnother: true, phone: '' }, {}],
  ['请先看一下：当事人的电话', { ...forAnother, phone: '123' }, { 'submit-phone': '请填写 11 位手机号' }],
  ['请先看一下：为谁反映', forAnother, { 'submit-for': '本市暂时不接受代办' }],
  ['还差 2 项，接下来：怎么称呼您', { name: '' }, { 'submit-photos': '有照片没有传上去' }],
])('%s', (line, patch, wrong) => {
  expect(said(patch, wrong)).toBe(line)
})

test('photos on their way are waited for once nothing else is open', () => {
  expect(said({}, {}, true)).toBe('照片还在上传，传完就可以提交')
  expect(said({ phone: '' }, {}, true)).toBe('还差：联系电话')
})
