import { ApiProblem } from '../../../api/problem'
import { fieldErrors } from './fieldErrors'

const problem = new ApiProblem({
  code: 'invalid-input',
  title: '有几处还要再核对一下',
  fields: [
    { path: '/content/sections/1/text', message: '请填写详细解答' },
    { path: '/content/sections', message: '详细解答请控制在 20 项以内' },
    { path: '/content/source/url', message: '网址以 https:// 开头' },
    { path: '/content/districts/0', message: '请选择区市' },
  ],
} as never)
const finding = { code: 'missing-title', field: 'title', must: true, text: '请写明标准问题。' } as const

test('rows say what is wrong with them, other fields what is wrong anywhere in them', () => {
  const errors = fieldErrors([finding], problem)
  expect(errors.of('sections')).toBe('详细解答请控制在 20 项以内')
  expect(errors.at('sections/1/text')).toBe('请填写详细解答')
  expect(errors.at('sections/0/text')).toBeUndefined()
  expect(errors.of('source')).toBeUndefined()
  expect(errors.at('source/url')).toBe('网址以 https:// 开头')
  expect(errors.of('districts')).toBe('请选择区市')
  expect(errors.of('title')).toBe('请写明标准问题。')
  expect(errors.of('topic')).toBeUndefined()
})
