import { emptyForm } from './entryForm'
import { firstFaulty, firstFaultyStep } from './firstFaulty'

const form = {
  ...emptyForm('water-supply', '2026-11-23'),
  sections: [
    { kind: 'other', heading: '', text: '' },
    { kind: 'other', heading: '', text: '打电话。' },
  ] as const,
  phones: [
    { name: '', number: '' },
    { name: '热线', number: 'x' },
  ],
}
const first = (...paths: string[]) =>
  firstFaulty(
    paths.map((path) => ({ path, message: '请填写' })),
    form,
  )

test.each([
  [['/content/topic', '/content/title'], 'knowledge-title'],
  [['/content/sections/0/heading'], 'knowledge-section-1-heading'],
  [['/content/sections'], 'knowledge-sections'],
  [['/content/phones/0/number'], 'knowledge-phones-1-number'],
  [['/content/phones'], 'knowledge-phones'],
  [['/content/attachments/1/name'], 'knowledge-file-1-name'],
  [['/content/source/url', '/content/checkedOn'], 'knowledge-sourceUrl'],
  [['/content/source'], 'knowledge-document'],
  [['/content/sharedWith', '/content/links/3/url'], 'knowledge-links-0-url'],
])('%j: %s', (paths, id) => {
  expect(first(...paths)).toBe(id)
})

test('what is not a field of the entry is not looked for in it', () => {
  expect(first('/why', '/settles/outcome')).toBeUndefined()
  const step = (path: string) => firstFaultyStep([{ path, message: '请填写' }])
  expect(step('/why')).toBe('knowledge-step-why')
  expect(step('/settles/outcome')).toBe('knowledge-settled')
  expect(step('/content/title')).toBeUndefined()
})
