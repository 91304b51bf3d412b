/** News that nobody could be told: by which way it should have gone, and why it did not arrive. */
import type { StaffRole } from './roles'

export const NEWS_CHANNELS = ['sms', 'wechat', 'none'] as const
export type NewsChannel = (typeof NEWS_CHANNELS)[number]
export const NEWS_CHANNEL_WORDS: Record<NewsChannel, string> = {
  sms: '短信',
  wechat: '微信',
  none: '还没有发出',
}

/** `service-down`: nobody answered for about a day; `refused`: this number cannot receive it; `fault`: ours. */
export const NEWS_FAILURES = ['service-down', 'refused', 'fault'] as const
export type NewsFailure = (typeof NEWS_FAILURES)[number]
export const NEWS_FAILURE_WORDS: Record<NewsFailure, string> = {
  'service-down': '对方服务没有回应',
  refused: '号码不能接收',
  fault: '系统没有读出内容',
}

/** Roles that look after news that did not arrive. */
export const NEWS_KEEPERS = ['administrator'] as const satisfies readonly StaffRole[]
export const keepsNews = (role: StaffRole): boolean => (NEWS_KEEPERS as readonly StaffRole[]).includes(role)
