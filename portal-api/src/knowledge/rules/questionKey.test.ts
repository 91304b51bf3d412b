import { questionKey } from './questionKey'

test.each([
  ['停水了怎么办？', '停水了怎么办'],
  ['请问，停水了怎么办呢?', '停水了怎么办'],
  ['您好 请问：ＥＴＣ 怎么办理', 'etc怎么办理'],
  ['（一）居住证', '一居住证'],
  ['？！', ''],
])('%s', (question, key) => {
  expect(questionKey(question)).toBe(key)
})

test('other questions stay others', () => {
  expect(questionKey('停水了怎么办')).not.toBe(questionKey('停电了怎么办'))
})
