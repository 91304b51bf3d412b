import { dropFile } from '../platform/photoFiles'
import { dropAppeal, readAppeal, writeAppeal } from './kept'
import { advance } from './rules'

/** Throws an appeal away with its photos; the person was asked before. */
export const discard = (id: string): void => {
  for (const { key } of readAppeal(id)?.value.photos ?? []) void dropFile(key)
  dropAppeal(id)
}

/** Takes an appeal out of the outbox, to be changed: it is sent again only when the person says so. */
export const takeBack = (id: string): void => {
  const appeal = readAppeal(id)
  if (appeal !== undefined) writeAppeal({ ...appeal, progress: advance(appeal.progress, { type: 'edited' }) })
}
