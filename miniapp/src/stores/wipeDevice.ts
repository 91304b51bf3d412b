import { KEPT_ANSWERS } from '../api/keptAnswers'
import { dropAllFiles } from '../platform/photoFiles'
import { storage } from '../platform/storage'
import { orderAccess } from './orderAccess'
import { sessions } from './session'
import { TICKED } from './ticked'

/** Answers kept to be shown without a network, whatever was written and not sent, receipts not yet seen, opinions, lists ticked off. */
const PERSONAL = [KEPT_ANSWERS, 'draft:', 'receipt', 'opinion:', TICKED]

/** Removes from this device everything that tells who used it and for what; the choice of city and view stays. */
export const wipeDevice = (): void => {
  sessions.requester.keep(null)
  sessions.staff.keep(null)
  orderAccess.store.set([])
  for (const name of storage.names())
    if (PERSONAL.some((start) => name.startsWith(start))) storage.remove(name)
  void dropAllFiles()
}
