import { generalSentences, looksPersonal, withoutPersonalNumbers } from './personalWords'

test.each([
  '13800000000是谁的电话',
  '１３８００００００００欠费',
  '138-0000-0000',
  '一三八零零零零零零零零',
  '身份证号370602',
  '370602199001010000',
  '示范路1号停水',
  '示范小区3号楼没暖气',
  '示范小区三号楼没暖气',
  '二单元电梯坏了',
  '502室漏水',
  '五零二室漏水',
  '鲁F12345违停',
  '鲁F·12345 违停',
  '微信号是多少',
  'wxid_a12345',
  '护照E12345678过期',
  'a@example.org',
  'www.example.org 打不开',
  '王女士的投诉办了吗',
  '找张师傅修水管',
  '李某欠钱不还',
  '我叫王小明',
])('%s may belong to somebody', (text) => {
  expect(looksPersonal(text)).toBe(true)
})

test.each([
  '水表冻裂了怎么办',
  '12345是什么电话',
  '96119 举报火灾隐患',
  '地铁1号线几点停运',
  '6月1号起医保怎么交',
  '加装电梯一楼不同意',
  '一室一厅公积金能提多少',
  '2026年放假安排',
  '5000元以下罚款',
  '老师补课哪里举报',
  '身份证丢了',
  '身份证号码忘了怎么查',
  'wifi覆盖',
  '某些培训机构不退费',
])('%s belongs to nobody', (text) => {
  expect(looksPersonal(text)).toBe(false)
})

test('of a reply only the sentences about the matter are left', () => {
  const reply =
    '王女士，您好！社保卡丢失可以先电话挂失。挂失电话 0535-6000000。您登记的电话 13800000000 我们已记录；补办当场领取。感谢来电。'
  expect(generalSentences(reply, new Set(['05356000000']))).toBe(
    '社保卡丢失可以先电话挂失。挂失电话 0535-6000000。补办当场领取。',
  )
  expect(generalSentences('王女士，请到示范路 1 号办理。', new Set())).toBe('')
})

test.each([
  ['我的身份证是37060219900101123X，查不到', '我的身份证是（号码已略去），查不到'],
  ['身份证 370602 19900101 1234', '身份证 （号码已略去）'],
  ['请打 13800000000 找我', '请打 （号码已略去） 找我'],
  ['请打 138-0000-0000', '请打 （号码已略去）'],
  ['请打 +86 138 0000 0000', '请打 （号码已略去）'],
  ['请打１３８００００００００', '请打（号码已略去）'],
  ['一三八零零零零零零零零', '（号码已略去）'],
  ['卡号 6222 0000 0000 0000 000', '卡号 （号码已略去）'],
  ['卡号 4001 2345 6789 0123', '卡号 （号码已略去）'],
])('a number of somebody is left out of a report: %s', (text, left) => {
  expect(withoutPersonalNumbers(text)).toBe(left)
})

test.each([
  '电话错了',
  '12345 打不通，应该是 6781999',
  '新号码是 0535-6781999，不是05356781000',
  '010 12345678 和 0535-6781999 0535-6781998',
  '全国 400-810-0000',
  '2026-11-20 09:00 去过，2026年11月20日搬走了',
  '3号楼502室，工本费 20 元',
])('what the report is about stays: %s', (text) => {
  expect(withoutPersonalNumbers(text)).toBe(text)
})
