import type { Doc } from '../bson/value'
import type { Index } from './collection'
import { removeDocument } from './documents'
import type { Environment } from './environment'
import { runQuery } from './scan'
import type { WriteTransaction } from './transaction'

/** Documents that one write removes at most, so that other commands do not wait long. */
const BATCH = 500

/** Removes what TTL indexes have let expire: documents whose date lies `expireAfterSeconds` before `now`. */
export async function removeExpired(environment: Environment, now: Date): Promise<void> {
  for (const { namespace, indexes } of environment.view().catalogue.all())
    for (const index of indexes)
      if (index.expireAfterSeconds !== undefined)
        while ((await environment.write((tx) => removeBatch(tx, namespace, index, now))) === BATCH);
}

function removeBatch(tx: WriteTransaction, namespace: string, index: Index, now: Date): number {
  const collection = tx.catalogue.get(namespace)
  if (!collection?.indexes.some(({ id }) => id === index.id)) return 0
  const rows = [...runQuery(tx, collection, { filter: expiredFilter(index, now), limit: BATCH }).rows]
  for (const row of rows) removeDocument(tx, collection, row)
  return rows.length
}

function expiredFilter({ fields, partialFilter, expireAfterSeconds = 0 }: Index, now: Date): Doc {
  const expired = Object.fromEntries(
    fields.map(({ name }) => [name, { $lt: new Date(now.getTime() - expireAfterSeconds * 1000) }]),
  )
  return partialFilter ? { $and: [expired, partialFilter] } : expired
}
