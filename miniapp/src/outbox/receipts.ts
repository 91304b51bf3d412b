import type { OrderReceipt, OrderView } from '@jiesu/shared-types'
import { storage } from '../platform/storage'
import type { Subscription } from '../platform/subscribe'
import { noteChange } from './kept'

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
  /** The appeal on this device that became the order. */
  from: string
  /** Device time, milliseconds. */
  at: number
}

/** One entry each, so that two tabs that send at the same time lose none. */
const KEY = 'receipt:'
const isReceipt = (kept: unknown): kept is Receipt =>
  typeof (kept as Receipt | undefined)?.queryCode === 'string' &&
  typeof (kept as Receipt | undefined)?.at === 'number'

/** Where the device keeps nothing, a receipt lives as long as the app. */
const unsafe = new Map<string, Receipt>()

/** Kept until the person has seen it and left it: the query code is told nowhere else. */
export const keepReceipt = (receipt: Receipt): void => {
  const { number } = receipt.order
  if (!storage.write(KEY + number, receipt)) unsafe.set(number, receipt)
  noteChange()
}

export const putReceiptAway = (number: string): void => {
  unsafe.delete(number)
  storage.remove(KEY + number)
  noteChange()
}

/** Receipts that nobody has seen yet, the newest first. */
export const listReceipts = (): Receipt[] =>
  [
    ...storage
      .names()
      .filter((name) => name.startsWith(KEY))
      .map((name) => storage.read(name))
      .filter(isReceipt),
    ...unsafe.values(),
  ].sort((a, b) => b.at - a.at)

export const readReceipt = (number: string): Receipt | undefined => {
  const kept = storage.read(KEY + number)
  return isReceipt(kept) ? kept : unsafe.get(number)
}
