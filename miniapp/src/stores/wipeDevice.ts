import { KEPT_ANSWERS } from '../api/keptAnswers'
import { storage } from '../platform/storage'
import { orderAccess } from './orderAccess'
import { putReceiptAway } from './receipt'
import { sessions } from './session'

/** Answers that were kept to be shown without a network, and whatever was written and not sent. */
const PERSONAL = [KEPT_ANSWERS, 'draft:']

/** Removes from this device everything that tells who used it and for what; the choice of city and view stays. */
export const wipeDevice = (): void => {
  sessions.requester.keep(null)
  sessions.staff.keep(null)
  orderAccess.store.set([])
  putReceiptAway()
  for (const name of storage.names())
    if (PERSONAL.some((start) => name.startsWith(start))) storage.remove(name)
}
