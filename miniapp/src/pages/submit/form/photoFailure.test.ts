import { ApiProblem, localProblem } from '../../../api/problem'
import { canSendAgain, sayFailure } from './photoFailure'

test.each(['offline', 'timeout', 'unreadable'] as const)('after %s the photo can be sent again', (code) => {
  expect(canSendAgain(localProblem(code))).toBe(true)
})

test.each(['internal', 'storage-unavailable', 'too-many-attempts', 'malformed-body'] as const)(
  'the portal’s %s is no fault of the photo',
  (code) => expect(canSendAgain(new ApiProblem({ code, title: '请稍后再试' }))).toBe(true),
)

test('a photo that is not taken says why, and what would be', () => {
  const gif = new ApiProblem({
    code: 'unsupported-media',
    title: '这种格式暂时收不了',
    detail: '请上传 JPG、PNG、WebP 或 HEIC 照片。',
  })
  expect(canSendAgain(gif)).toBe(false)
  expect(sayFailure(gif)).toBe('这种格式暂时收不了：请上传 JPG、PNG、WebP 或 HEIC 照片。')
  const huge = new ApiProblem({
    code: 'body-too-large',
    title: '内容太大了',
    detail: '单张照片请不超过 10 MB。',
  })
  expect(canSendAgain(huge)).toBe(false)
})

test('a lost network is said in few words', () => {
  expect(sayFailure(localProblem('offline'))).toBe('网络没有连上')
  expect(sayFailure(undefined)).toBe('没有传上去')
})
