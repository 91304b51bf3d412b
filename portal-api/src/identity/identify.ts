import type { Context } from 'koa'
import type { ExchangeSystems } from '../exchange/systems.store'
import type { Caller } from './caller'
import type { Sessions } from './sessions.store'
import type { StaffStore } from './staff.store'

const bearer = (header: string): string | undefined => /^Bearer ([\w-]{20,200})$/i.exec(header.trim())?.[1]

/**
 * Reads who is asking: `Authorization: Bearer <token>` for people who signed in and for units' systems,
 * `X-Order-Access: <token>` for whoever looked one order up with its number and query code. Both may be sent together.
 */
export const makeIdentify =
  (sessions: Sessions, staff: StaffStore, systems: Pick<ExchangeSystems, 'byToken'>, clock: () => Date) =>
  async (ctx: Context): Promise<Caller> => {
    const now = clock()
    const authorization = ctx.get('Authorization')
    const access = ctx.get('X-Order-Access')
    const token = bearer(authorization)
    const session = token === undefined ? undefined : await sessions.find(token, now)
    const system = token === undefined || session !== undefined ? undefined : await systems.byToken(token)
    const order = access === '' ? undefined : await sessions.find(access, now)
    const stale =
      (authorization !== '' && session === undefined && system === undefined) ||
      (access !== '' && order?.kind !== 'order')
    const member = session?.kind === 'staff' ? await staff.find(session.id) : undefined
    return {
      account: session?.kind === 'requester' ? session.id : undefined,
      staff: member && {
        id: member.id,
        name: member.name,
        role: member.role,
        city: member.city,
        unitId: member.unitId,
      },
      system: system && {
        id: system.id,
        name: system.name,
        city: system.city,
        unitId: system.unitId,
      },
      orderAccess: order?.kind === 'order' ? order.id : undefined,
      staleToken: stale,
    }
  }
