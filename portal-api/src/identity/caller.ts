import type { CityId, StaffRole } from '@jiesu/shared-types'
import type * as z from 'zod/mini'
import type { Actor } from '../orders/rules/order'

export interface StaffCaller {
  readonly id: string
  readonly name: string
  readonly role: StaffRole
  readonly city: z.infer<typeof CityId>
  /** Handlers act for their unit. */
  readonly unitId?: string | undefined
}

/** A unit's own system, registered for the exchange; it acts for its unit. */
export interface SystemCaller {
  readonly id: string
  readonly name: string
  readonly city: string
  readonly unitId: string
}

/** Who sent the request. All parts can be absent: most of the portal is open to anybody. */
export interface Caller {
  /** A signed-in citizen's or enterprise's account id. */
  readonly account?: string | undefined
  readonly staff?: StaffCaller | undefined
  readonly system?: SystemCaller | undefined
  /** The one order that an access token opens (see `X-Order-Access`). */
  readonly orderAccess?: string | undefined
  /** A token was sent, but it is unknown or over. */
  readonly staleToken: boolean
}

/** The caller as the actor of a command on their own order. */
export const asRequester = (caller: Caller): Actor => ({ role: 'requester', id: caller.account })

export const asStaff = (staff: StaffCaller): Actor => ({
  role: staff.role,
  id: staff.id,
  unitId: staff.unitId,
})

/** What a unit's system does, the unit does. */
export const asSystem = (system: SystemCaller): Actor & { readonly id: string } => ({
  role: 'handler',
  id: `system:${system.id}`,
  unitId: system.unitId,
})
