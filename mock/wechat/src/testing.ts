import { listen } from '../../support/listen'
import type { FaultPlan } from '../../support/faults'
import { createWechat, type WechatSettings } from './createWechat'
import type { SubscriptionMode } from './subscriptions'
import type { SentMessage } from './switches'

export { openidOf } from './people'

/** WeChat inside the test's own process, on a free port. */
export interface RunningWechat {
  url: string
  appid: string
  secret: string
  stop: () => Promise<void>
  /** Subscribe messages taken so far, in order of sending. */
  sent: () => readonly SentMessage[]
  /** How often a path was asked for, e.g. `calls('/cgi-bin/token')`. */
  calls: (path: string) => number
  setFaults: (plan: FaultPlan | null) => void
  setSubscriptions: (mode: SubscriptionMode) => void
  grant: (openid: string, templateId: string) => void
  /** Makes every issued access_token bad, so that callers meet 40001. */
  revokeTokens: () => void
}

export const startWechatMock = async (settings: Partial<WechatSettings> = {}): Promise<RunningWechat> => {
  const { appid = 'wx-demo', secret = 'demo-secret', now = Date.now } = settings
  const mock = createWechat({ appid, secret, now })
  const { url, stop } = await listen(mock.app.callback())
  return {
    url,
    appid,
    secret,
    stop,
    sent: () => [...mock.sent],
    calls: mock.calls,
    setFaults: (plan) => (plan ? mock.faults.set(plan) : mock.faults.clear()),
    setSubscriptions: (mode) => {
      mock.subscriptions.mode = mode
    },
    grant: (openid, templateId) => mock.subscriptions.grant(openid, templateId),
    revokeTokens: () => mock.tokens.revokeAll(),
  }
}
