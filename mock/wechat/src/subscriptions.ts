/**
 * Whether people accept messages: `always` (default), `never`, or `granted` (each accepted request of
 * `wx.requestSubscribeMessage` is good for one message, as one-time subscriptions are).
 */
export const SUBSCRIPTION_MODES = ['always', 'never', 'granted'] as const
export type SubscriptionMode = (typeof SUBSCRIPTION_MODES)[number]

export class Subscriptions {
  mode: SubscriptionMode = 'always'
  private readonly grants = new Map<string, number>()

  grant(openid: string, templateId: string): void {
    const key = `${openid} ${templateId}`
    this.grants.set(key, (this.grants.get(key) ?? 0) + 1)
  }

  /** Uses up one acceptance; false when there is none. */
  use(openid: string, templateId: string): boolean {
    if (this.mode !== 'granted') return this.mode === 'always'
    const key = `${openid} ${templateId}`
    const left = this.grants.get(key) ?? 0
    if (left > 0) this.grants.set(key, left - 1)
    return left > 0
  }
}
