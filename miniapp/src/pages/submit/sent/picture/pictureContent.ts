import { groupOrderNumber } from '@jiesu/shared-types/vocabulary'
import type { Receipt } from '../../../../outbox/receipts'
import { pictureWords as words, sentWords } from '../../../../words/submit'
import { sayMoment } from '../../../../words/vocabulary'
import { nextSteps } from '../nextSteps'
import { qrModules } from '../../../../ui/picture/qrModules'
import type { PictureContent } from './receiptDrawing'

/** @param link what the QR code says: where to look the order up. */
export const pictureContent = ({ order, queryCode }: Receipt, link: string): PictureContent => ({
  issuer: words.issuer(order.cityName),
  title: sentWords.title,
  receivedAt: words.receivedAt(sayMoment(new Date(order.submittedAt))),
  numberLabel: sentWords.number,
  number: groupOrderNumber(order.number),
  codeLabel: sentWords.code,
  code: queryCode,
  keep: words.keep,
  whoLabel: sentWords.whoTitle,
  unit: order.unitName,
  promises: order.milestones
    .filter(({ state }) => state !== 'void')
    .map(({ name, dueWords, limit }) => ({ name, by: words.by(dueWords, limit) })),
  nextLabel: sentWords.next,
  steps: nextSteps(order),
  scanTitle: words.scanTitle,
  scanHow: words.scanHow,
  address: link.replace(/^https?:\/\//, '').replace(/\?.*$/, ''),
  modules: qrModules(link),
  footer: words.footer,
})
