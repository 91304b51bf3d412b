import { otherNames, SYNONYMS } from './synonyms'

test('a name brings the other names of its thing, not itself', () => {
  expect(otherNames('医保怎么交')).toEqual(['医疗保险', '医疗保障'])
})

test('a name that is already said is not added again', () => {
  expect(otherNames('医保就是医疗保险吗')).toEqual(['医疗保障'])
})

test('a text that names nothing of the list brings nothing', () => {
  expect(otherNames('床前明月光')).toEqual([])
})

test.each(SYNONYMS.map((group) => [group.join('、'), group] as const))(
  'the group %s has at least two different names',
  (_, group) => {
    expect(new Set(group).size).toBe(group.length)
    expect(group.length).toBeGreaterThan(1)
  },
)
