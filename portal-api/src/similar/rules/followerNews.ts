/** What those who follow a matter hear, in one sentence: that it is answered, done again, over. Never who reported it. */
import type { Language, OrderEventType } from '@jiesu/shared-types/vocabulary'

export interface FollowerNews {
  /** The rest of 您关注的“路灯”（芝罘区）… in the app. */
  readonly sentence: string
  readonly english: string
  /** The same in a text message. */
  readonly state: string
  /** Five characters at most: WeChat's `phrase` takes no more. */
  readonly phrase: string
}

const OVER: FollowerNews = {
  sentence: '不再单独办理。如果还没有解决，您可以自己反映。',
  english: 'is no longer handled on its own. If it is not solved, you can report it yourself.',
  state: '不再单独办理，如果还没有解决，您可以自己反映',
  phrase: '不再办理',
}

export const FOLLOWERS_HEAR: Partial<Record<OrderEventType, FollowerNews>> = {
  replied: {
    sentence: '已有答复，请在“我关注的事”里查看。',
    english: 'was answered. See “Matters I follow”.',
    state: '已有答复',
    phrase: '已答复',
  },
  'redo-ordered': {
    sentence: '需要重新办理，有结果再告诉您。',
    english: 'is handled once more. You will hear what comes of it.',
    state: '重新办理',
    phrase: '重新办理',
  },
  concluded: { sentence: '已经办结。', english: 'is closed.', state: '已经办结', phrase: '已办结' },
  // Whoever withdrew, and why, is nobody else's business.
  withdrawn: OVER,
  declined: OVER,
}

/** @param about category and place, as anybody may read them. */
export const followerSentence = (
  type: OrderEventType,
  about: { readonly categoryName: string; readonly placeWords: string },
  language: Language,
): string | undefined => {
  const news = FOLLOWERS_HEAR[type]
  if (language === 'en')
    return news && `“${about.categoryName}” (${about.placeWords}), which you follow, ${news.english}`
  return news && `您关注的“${about.categoryName}”（${about.placeWords}）${news.sentence}`
}
