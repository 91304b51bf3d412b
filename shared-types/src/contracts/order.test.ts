import { CreditCode } from './order'

test.each([' 91370600xxxxxxxxxm ', '9137 0600 XXXX XXXX XM', '９１３７０６００ＸＸＸＸＸＸＸＸＸＭ'])(
  'a credit code typed as %j is kept in 18 characters',
  (typed) => expect(CreditCode.parse(typed)).toBe('91370600XXXXXXXXXM'),
)

test.each([
  ['123', '统一社会信用代码是 18 位数字和大写字母，其中没有 I、O、S、V、Z'],
  ['91370600XXXXXXXXOM', '统一社会信用代码是 18 位数字和大写字母，其中没有 I、O、S、V、Z'],
  ['91370600XXXXXXXXXK', '统一社会信用代码好像有一位不对，请对照营业执照核对'],
])('what is wrong with %s is said once', (typed, message) => {
  const parsed = CreditCode.safeParse(typed)
  expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message])
})
