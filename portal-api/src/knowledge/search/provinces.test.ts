import { foreignness, provincesAtBeginning, provincesIn } from './provinces'

test('a text is of the provinces that its beginning names', () => {
  expect(provincesAtBeginning('\n\n山东省人民政府办公厅关于减免房租的通知')).toEqual(['山东'])
  expect(provincesAtBeginning(`${'各区人民政府：'.repeat(20)}北京`)).toEqual([])
})

test.each([
  ['another province than asked', '陕西有哪些举措', '北京市的措施', 1],
  ['the province that was asked', '陕西有哪些举措', '陕西省的措施', 0],
  ['one of several', '陕西有哪些举措', '山西、陕西两省的措施', 0],
  ['some province where none was asked', '有哪些举措', '北京市的措施', 0.25],
  ['no province', '陕西有哪些举措', '各地的措施', 0],
])('how foreign a text is: %s', (_, query, text, foreign) => {
  expect(foreignness(provincesIn(query), provincesAtBeginning(text))).toBe(foreign)
})
