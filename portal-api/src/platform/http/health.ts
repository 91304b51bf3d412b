import { getHealth, shanghaiInstant } from '@jiesu/shared-types'
import { type Connection, ConnectionStates } from 'mongoose'
import { Refused } from '../problems'
import type { Binder } from './bind'

/** Whether the portal can do its work: whoever watches it takes it out of service while it cannot. */
export const healthRoute = (bind: Binder, connection: Connection): void => {
  bind(getHealth, ({ now }) => {
    if (connection.readyState !== ConnectionStates.connected)
      throw new Refused('storage-unavailable', { retryAfter: 5 })
    return { ok: true as const, time: shanghaiInstant(now) }
  })
}
