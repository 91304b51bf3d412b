import { similarity } from './similarity'

const PETITION =
  '示范小区三期交房已经两年，开发商一直没有办理不动产登记，业主拿不到房产证，孩子上学受影响。请督促开发商尽快办理。'

test.each([
  ['the same text', PETITION, 1],
  ['the same text, typed differently', `${PETITION.replace(/，/g, ', ')}\n谢谢领导！`, 1],
  [
    'the same matter in other words',
    '示范小区三期业主两年了还拿不到房产证，开发商一直拖着不办不动产登记，孩子上学都受影响。',
    0.64,
  ],
  ['another matter', '门口的自来水主管道从昨晚开始漏水，路面已经积水，麻烦尽快来修。', 0.04],
  ['nothing but a formula', '您好，请问，谢谢', 0],
  ['nothing', '', 0],
])('%s', (_, text, expected) => {
  expect(similarity(PETITION, text)).toBe(expected)
  expect(similarity(text, PETITION)).toBe(expected)
})

test('a short text is not similar to whatever long text contains it', () => {
  expect(similarity('拿不到房产证', PETITION)).toBeLessThan(0.2)
  expect(similarity('拿不到房产证', '拿不到房产证。')).toBe(1)
})
