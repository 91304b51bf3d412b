import type { OrderReceipt, OrderView } from '@jiesu/shared-types'
import { storage } from '../platform/storage'
import type { Subscription } from '../platform/subscribe'
import { createStore } from './store'

export interface Receipt {
  order: OrderView
  /** Shown on the receipt and nowhere else. */
  queryCode: string
  /** The order was made by an earlier try, and what was changed since is not in it. */
  changedSince: boolean
  /** By which ways the requester will hear of it. */
  news?: OrderReceipt['news']
  /** What came of asking for a WeChat message; it is asked for once. */
  subscription?: Subscription
}

const KEY = 'receipt'
const isReceipt = (kept: unknown): kept is Receipt =>
  typeof (kept as Receipt | undefined)?.queryCode === 'string'
const kept = storage.read(KEY)

/** The receipt that is being shown. It outlives a reload, not the moment when the person leaves it. */
export const receipt = createStore<Receipt | undefined>(isReceipt(kept) ? kept : undefined)

export const keepReceipt = (next: Receipt): void => {
  storage.write(KEY, next)
  receipt.set(next)
}

export const noteSubscription = (subscription: Subscription): void => {
  const shown = receipt.get()
  if (shown !== undefined) keepReceipt({ ...shown, subscription })
}

export const putReceiptAway = (): void => {
  storage.remove(KEY)
  receipt.set(undefined)
}
