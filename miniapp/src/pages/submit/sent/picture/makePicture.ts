import { pictureOn, type Surface } from '../../../../platform/picture'
import type { Receipt } from '../../../../outbox/receipts'
import { paintOn } from './paint'
import { pictureContent } from './pictureContent'
import { receiptDrawing } from './receiptDrawing'

/** The receipt as a PNG, by its address on this device; undefined where the device cannot make one. */
export const makePicture = async (
  receipt: Receipt,
  link: string,
  surface: Surface,
): Promise<string | undefined> => {
  const content = pictureContent(receipt, link)
  return paintOn(surface, (measure) => receiptDrawing(content, measure)) ? pictureOn(surface) : undefined
}
