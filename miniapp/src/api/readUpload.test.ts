import type { ApiProblem } from './problem'
import { readUpload } from './readUpload'

const problemOf = (read: () => unknown): ApiProblem => {
  try {
    read()
  } catch (caught) {
    return caught as ApiProblem
  }
  throw new Error('it should have been refused')
}

test('what was uploaded, from the text that both platforms give', () => {
  expect(readUpload(201, '{"id":"a1","mediaType":"image/jpeg","bytes":3}')).toMatchObject({ id: 'a1' })
})

test('a refusal keeps its words', () => {
  const refusal = { type: '', status: 415, code: 'unsupported-media', title: '这种格式暂时收不了' }
  expect(problemOf(() => readUpload(415, JSON.stringify(refusal)))).toMatchObject({
    code: 'unsupported-media',
    title: '这种格式暂时收不了',
  })
})

test.each([
  [413, '<html>too large</html>'],
  [201, '<html>login of the hotel</html>'],
  [201, '{}'],
])('%i %s is no answer of the portal', (status, text) => {
  expect(problemOf(() => readUpload(status, text)).code).toBe('unreadable')
})
