import { encode } from '../bson/codec'
import type { Doc } from '../bson/value'

/** A document on its way through a pipeline; stored ones are decoded only if a stage looks inside. */
export interface Item {
  readonly doc: Doc
  readonly raw: Buffer
}

export class ComputedItem implements Item {
  constructor(readonly doc: Doc) {}

  get raw(): Buffer {
    return encode(this.doc)
  }
}
