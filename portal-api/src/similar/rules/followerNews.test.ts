import { FOLLOWERS_HEAR, followerSentence } from './followerNews'

const ABOUT = { categoryName: '路灯', placeWords: '芝罘区 向阳街道' }

test.each([
  ['replied', '您关注的“路灯”（芝罘区 向阳街道）已有答复，请在“我关注的事”里查看。'],
  ['redo-ordered', '您关注的“路灯”（芝罘区 向阳街道）需要重新办理，有结果再告诉您。'],
  ['concluded', '您关注的“路灯”（芝罘区 向阳街道）已经办结。'],
  ['rated', undefined],
  ['dispatched', undefined],
] as const)('%s', (type, expected) => {
  expect(followerSentence(type, ABOUT, 'zh-CN')).toBe(expected)
})

test('withdrawn and declined sound the same: the reason is the requester’s', () => {
  expect(followerSentence('withdrawn', ABOUT, 'en')).toBe(followerSentence('declined', ABOUT, 'en'))
})

test('WeChat takes five characters', () => {
  for (const { phrase } of Object.values(FOLLOWERS_HEAR)) expect([...phrase].length).toBeLessThanOrEqual(5)
})

test('in English', () => {
  expect(followerSentence('replied', { categoryName: 'Street lights', placeWords: 'Zhifu' }, 'en')).toBe(
    '“Street lights” (Zhifu), which you follow, was answered. See “Matters I follow”.',
  )
})
