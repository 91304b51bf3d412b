import fc from 'fast-check'
import { languageOf, spellNumbers, splitSentences } from './sentences'

test('text is read sentence by sentence', () => {
  expect(
    splitSentences([
      '已派给烟台市自来水有限公司，等待签收。最迟 11月30日答复您！',
      '请放心；不会丢。\n\n“好。”',
    ]),
  ).toEqual([
    '已派给烟台市自来水有限公司，等待签收。',
    '最迟 11月30日答复您！',
    '请放心；',
    '不会丢。',
    '“好。”',
  ])
})

test('a full stop ends an English sentence, not a number', () => {
  expect(splitSentences(['It is 1.5 km away. Please wait.'])).toEqual(['It is 1.5 km away.', 'Please wait.'])
})

test('what has no sentence marks is one sentence, and marks alone are none', () => {
  expect(splitSentences(['给水管道漏水', '——', '', '。'])).toEqual(['给水管道漏水'])
})

test('a long sentence is cut at its commas', () => {
  const clause = '这是一个不算短也不算长的分句一共二十多个字左右，'
  const parts = splitSentences([`${clause.repeat(4)}完了。`])
  expect(parts.length).toBeGreaterThan(1)
  expect(parts.every((part) => part.length <= 60)).toBe(true)
  expect(parts.join('')).toBe(`${clause.repeat(4)}完了。`)
})

test('nothing that can be heard is lost, whatever the text', () => {
  const audible = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
  fc.assert(
    fc.property(fc.array(fc.string()), (texts) => {
      expect(audible(splitSentences(texts).join(''))).toBe(audible(texts.join('')))
    }),
  )
})

test.each([
  ['请拨打 12345', '请拨打 1 2 3 4 5'],
  ['请先拨打119。', '请先拨打1 1 9。'],
  ['供热热线 0535-6686000', '供热热线 0 5 3 5 6 6 8 6 0 0 0'],
  ['编号 2611 1232 9968 4048', '编号 2 6 1 1 1 2 3 2 9 9 6 8 4 0 4 8'],
])('numbers to dial are spelled: %s', (written, heard) => {
  expect(spellNumbers(written).replace(/ +/g, ' ')).toBe(heard)
})

test.each([
  '还剩 29 分钟',
  '11月30日（周一）24:00 前',
  '2026年',
  '赔偿 12345 元',
  '第 120 天',
  '烟政办发〔2021〕3号',
])('other numbers are read as they are: %s', (written) => {
  expect(spellNumbers(written)).toBe(written)
})

test('a sentence without Chinese is for another voice', () => {
  expect(languageOf('您好 Ms Wang')).toBe('zh-CN')
  expect(languageOf('Your report was received.')).toBe('en-US')
})
