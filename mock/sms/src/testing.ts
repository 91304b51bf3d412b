import { listen } from '../../support/listen'
import type { FaultPlan } from '../../support/faults'
import { createSms, type SmsSettings } from './createSms'
import type { SmsMessage } from './gateway'

/** The SMS gateway inside the test's own process, on a free port. */
export interface RunningSms {
  url: string
  key: string
  stop: () => Promise<void>
  /** Messages taken so far, in order; only those to one phone when it is given. */
  sent: (to?: string) => readonly SmsMessage[]
  /** How often a path was asked for, e.g. `calls('/v1/messages')`. */
  calls: (path: string) => number
  setFaults: (plan: FaultPlan | null) => void
  setLimit: (perPhonePerMinute: number | null) => void
}

export const startSmsMock = async (settings: Partial<SmsSettings> = {}): Promise<RunningSms> => {
  const { key = 'demo-key', now = Date.now } = settings
  const mock = createSms({ key, now })
  const { url, stop } = await listen(mock.app.callback())
  return {
    url,
    key,
    stop,
    sent: (to) => mock.gateway.messages.filter((message) => !to || message.to === to),
    calls: mock.calls,
    setFaults: (plan) => (plan ? mock.faults.set(plan) : mock.faults.clear()),
    setLimit: (perPhonePerMinute) => {
      mock.gateway.perPhonePerMinute = perPhonePerMinute ?? undefined
    },
  }
}
