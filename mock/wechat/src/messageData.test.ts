import { whatIsWrongWith } from './messageData'

test.each([
  ['thing1', '二十个字以内的事情'],
  ['number2', '12.5'],
  ['number2', 12],
  ['character_string3', 'YT2026-0302-0001'],
  ['time4', '2026年3月2日 09:05'],
  ['time4', '09:05'],
  ['date5', '2026-03-02 09:05:10~2026-03-03'],
  ['phone_number6', '0535-12345'],
  ['name7', '王女士'],
  ['name7', 'Alice W.'],
  ['phrase8', '办理中'],
  ['enum9', '任何值'],
])('%s takes %j', (keyword, value) => {
  expect(whatIsWrongWith({ [keyword]: { value } })).toBeUndefined()
})

test.each([
  ['thing1', '一二三四五六七八九十一二三四五六七八九十多'],
  ['thing1', ''],
  ['thing1', '两\n行'],
  ['number2', '十二'],
  ['character_string3', '编号一'],
  ['time4', '明天上午'],
  ['date5', '2026年3月2日（周一）'],
  ['phone_number6', '12345转8号线'],
  ['name7', '一二三四五六七八九十多'],
  ['phrase8', '正在办理之中'],
  ['phrase8', 'OK'],
])('%s does not take %j', (keyword, value) => {
  expect(whatIsWrongWith({ [keyword]: { value } })).toContain(`data.${keyword}.value`)
})

test.each([[undefined], [{}], [[]], [{ thing1: null }], [{ thing1: { value: true } }]])(
  '%j is refused',
  (data) => {
    expect(whatIsWrongWith(data)).toBeDefined()
  },
)
