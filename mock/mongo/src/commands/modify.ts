import { encode } from '../bson/codec'
import type { Doc, Value } from '../bson/value'
import { fail } from '../errors'
import type { SortField } from '../query/sort'
import { insertDocument, updateDocument } from '../store/documents'
import { runQuery, type Row } from '../store/scan'
import type { WriteTransaction } from '../store/transaction'
import { applyUpdate } from '../update/apply'
import type { Update } from '../update/parse'
import { upsertedDocument } from '../update/upsert'
import { ensureCollection } from './command'
import { checkStorable } from './statements'

export interface Modification {
  readonly filter: Doc
  readonly update: Update
  readonly upsert: boolean
  readonly multi: boolean
  readonly sort: readonly SortField[]
  readonly hint: Value
}

export interface Modified {
  readonly matched: number
  readonly modified: number
  /** The first document before and after; after an upsert there is no before. */
  readonly before: Doc | undefined
  readonly after: Doc | undefined
  readonly upserted: Doc | undefined
}

/** Updates what the filter matches, or inserts what an upsert describes: `update` and `findAndModify`. */
export function modify(
  tx: WriteTransaction,
  namespace: string,
  modification: Modification,
  now: Date,
): Modified {
  const { update, upsert, multi } = modification
  if (multi && update.kind === 'replacement')
    fail('FailedToParse', 'multi update is not supported for replacement-style update')
  const rows = matchingRows(tx, namespace, modification, multi ? 0 : 1)
  const [first] = rows
  if (!first) return upsert ? insertUpserted(tx, namespace, modification, now) : NOTHING
  const changed = rows.map((row) => ({
    row,
    after: applyUpdate(row.doc, update, { ...modification, isInsert: false, now }),
  }))
  const modified = changed.filter(({ row, after }) => {
    checkStorable(after)
    return updateDocument(tx, ensureCollection(tx, namespace), row, after)
  })
  return {
    matched: rows.length,
    modified: modified.length,
    before: first.doc,
    after: changed[0]?.after,
    upserted: undefined,
  }
}

const NOTHING: Modified = {
  matched: 0,
  modified: 0,
  before: undefined,
  after: undefined,
  upserted: undefined,
}

/** All rows are found before the first one changes: a changed document must not be met again. */
export function matchingRows(
  tx: WriteTransaction,
  namespace: string,
  { filter, sort, hint }: Pick<Modification, 'filter' | 'sort' | 'hint'>,
  limit: number,
): Row[] {
  return [...runQuery(tx, tx.catalogue.get(namespace), { filter, sort, limit, hint }).rows]
}

function insertUpserted(
  tx: WriteTransaction,
  namespace: string,
  { filter, update }: Modification,
  now: Date,
): Modified {
  const doc = upsertedDocument(filter, update, now)
  checkStorable(doc)
  insertDocument(tx, ensureCollection(tx, namespace), doc, encode(doc))
  return { matched: 0, modified: 0, before: undefined, after: doc, upserted: doc }
}
