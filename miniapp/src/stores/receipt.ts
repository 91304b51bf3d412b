import type { OrderView } from '@jiesu/shared-types'
import { storage } from '../platform/storage'
import { createStore } from './store'

export interface Receipt {
  order: OrderView
  /** Shown on the receipt and nowhere else. */
  queryCode: string
  /** The order was made by an earlier try, and what was changed since is not in it. */
  changedSince: boolean
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

export const putReceiptAway = (): void => {
  storage.remove(KEY)
  receipt.set(undefined)
}
