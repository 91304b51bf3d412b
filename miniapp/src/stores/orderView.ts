import type { OrderView } from '@jiesu/shared-types'
import { call } from '../api/client'
import { useRemote, type Remote } from '../api/useRemote'

/** What stays on the device of an order: where it is, not who asked. Links to photos would not outlive the hour. */
const forDevice = ({ contact: _contact, agent: _agent, ...view }: OrderView): OrderView => ({
  ...view,
  attachments: [],
})

/** One order as its requester sees it; its last known state while the portal cannot be reached. */
export const useOrderView = (number: string): Remote<OrderView> =>
  useRemote(number === '' ? null : `order:${number}`, () => call('getOrder', { params: { number } }), {
    keep: forDevice,
  })
