import { getHealth, shanghaiInstant } from '@jiesu/shared-types'
import type { Connection } from 'mongoose'
import type { Binder } from './bind'

/** Where those who watch containers look by habit. */
const BY_HABIT = '/healthz'

/** Whether the portal can do its work: whoever watches it takes it out of service while it cannot. */
export const healthRoutes = (bind: Binder, connection: Connection): void => {
  for (const path of [getHealth.path, BY_HABIT])
    bind({ ...getHealth, path }, async ({ now }) => {
      // Asked, not looked up: the driver may take a while to notice that the database is gone.
      await connection.db?.command({ ping: 1 })
      return { ok: true as const, time: shanghaiInstant(now) }
    })
}
