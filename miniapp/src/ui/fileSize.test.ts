import { sayFileSize } from './fileSize'

test.each([
  [0, '1 KB'],
  [900, '1 KB'],
  [120_000, '117 KB'],
  [1024 * 1024, '1.0 MB'],
  [10 * 1024 * 1024, '10.0 MB'],
])('%d bytes are %s', (bytes, said) => {
  expect(sayFileSize(bytes)).toBe(said)
})
