/** What those who follow a matter hear, in one sentence: that it is answered, done again, over. Never who reported it. */
import type { Language, OrderEventType } from '@jiesu/shared-types/vocabulary'

export interface FollowerNews {
  /** The rest of 您关注的“路灯”（芝罘区）… in the app. */
  readonly sentence: string
  /** The same in a text message. */
  readonly state: string
  /** Five characters at most: WeChat's `phrase` takes no more. */
  readonly phrase: string
}

const OVER: FollowerNews = {
  sentence: '不再单独办理。如果还没有解决，您可以自己反映。',
  state: '不再单独办理，如果还没有解决，您可以自己反映',
  phrase: '不再办理',
}

export const FOLLOWERS_HEAR: Partial<Record<OrderEventType, FollowerNews>> = {
  replied: { sentence: '已有答复，请在“我关注的事”里查看。', state: '已有答复', phrase: '已答复' },
  'redo-ordered': { sentence: '需要重新办理，有结果再告诉您。', state: '重新办理', phrase: '重新办理' },
  concluded: { sentence: '已经办结。', state: '已经办结', phrase: '已办结' },
  // Whoever withdrew, and why, is nobody else's business.
  withdrawn: OVER,
  declined: OVER,
}

const IN_ENGLISH: Partial<Record<OrderEventType, string>> = {
  replied: 'has been replied to; see “Matters I follow”.',
  'redo-ordered': 'has to be handled again; you will hear when there is a result.',
  concluded: 'is closed.',
  withdrawn: 'is no longer handled on its own. If it is not solved, you can submit it yourself.',
  declined: 'is no longer handled on its own. If it is not solved, you can submit it yourself.',
}

/** @param about category and place, as anybody may read them. */
export const followerSentence = (
  type: OrderEventType,
  about: { readonly categoryName: string; readonly placeWords: string },
  language: Language = 'zh-CN',
): string | undefined => {
  const english = IN_ENGLISH[type]
  if (language === 'en')
    return english && `The matter you follow, “${about.categoryName}” (${about.placeWords}), ${english}`
  const news = FOLLOWERS_HEAR[type]
  return news && `您关注的“${about.categoryName}”（${about.placeWords}）${news.sentence}`
}
