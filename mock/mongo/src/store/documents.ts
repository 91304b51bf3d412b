import { decode, encode, MAX_DOCUMENT_BYTES } from '../bson/codec'
import { MAX_KEY_BYTES } from '../bson/encode'
import { show, type Doc, type Value } from '../bson/value'
import { fail } from '../errors'
import { secondaryIndexes, type Collection, type Index, type IndexSpec, type IndexTraits } from './collection'
import { entriesOf, type IndexEntries } from './indexEntries'
import { idKeyOf, join } from './keys'
import type { Row } from './scan'
import type { WriteTransaction } from './transaction'

/**
 * Stores, changes and removes documents together with their index entries. Each function checks everything
 * before it changes anything: after an error nothing of that document has happened.
 */

export function insertDocument(tx: WriteTransaction, collection: Collection, doc: Doc, raw: Buffer): void {
  checkSize(raw)
  const idKey = idKeyOf(doc._id)
  const key = join(collection.prefix, idKey)
  const [idIndex] = collection.indexes
  if (tx.get(key)) refuseDuplicate(collection, idIndex, [doc._id])
  const additions = secondaryIndexes(collection).map((index) => {
    const entries = entriesOf(index, doc, idKey)
    checkUnique(tx, collection, index, entries, idKey)
    return { index, entries }
  })
  for (const { index, entries } of additions) addEntries(tx, collection, index, entries, idKey)
  if (idKey.length >= MAX_KEY_BYTES && idIndex)
    noteTraits(tx, collection, idIndex, { multikey: false, truncated: true })
  tx.put(key, raw)
}

/** Replaces a stored document by `changed`, which has the same `_id`. Says whether anything differs. */
export function updateDocument(
  tx: WriteTransaction,
  collection: Collection,
  row: Row,
  changed: Doc,
): boolean {
  const raw = encode(changed)
  if (raw.equals(row.raw)) return false
  checkSize(raw)
  const idKey = row.key.subarray(collection.prefix.length)
  const differences = secondaryIndexes(collection).map((index) => {
    const before = entriesOf(index, row.doc, idKey)
    const after = entriesOf(index, changed, idKey)
    checkUnique(tx, collection, index, after, idKey)
    return { index, before, after }
  })
  for (const { index, before, after } of differences) {
    for (const [id, { key }] of before.byKey) if (!after.byKey.has(id)) tx.remove(key)
    addEntries(tx, collection, index, after, idKey, before)
  }
  tx.put(row.key, raw)
  return true
}

export function removeDocument(tx: WriteTransaction, collection: Collection, row: Row): void {
  const idKey = row.key.subarray(collection.prefix.length)
  for (const index of secondaryIndexes(collection))
    for (const { key } of entriesOf(index, row.doc, idKey).byKey.values()) tx.remove(key)
  tx.remove(row.key)
}

/** Adds an index and its entries for all documents; a duplicate among them refuses the whole index. */
export function buildIndex(tx: WriteTransaction, namespace: string, spec: IndexSpec): void {
  const collection = tx.catalogue.get(namespace)
  if (!collection) return
  const { catalogue, index } = tx.catalogue.withNewIndex(collection, spec)
  tx.changeCatalogue(catalogue)
  for (const { key, value } of tx.prefixRange(collection.prefix)) {
    const idKey = key.subarray(collection.prefix.length)
    const entries = entriesOf(index, decode(value), idKey)
    checkUnique(tx, collection, index, entries, idKey)
    addEntries(tx, collection, index, entries, idKey)
  }
}

export function dropIndex(tx: WriteTransaction, collection: Collection, index: Index): void {
  tx.removePrefix(index.prefix)
  tx.changeCatalogue(tx.catalogue.withoutIndex(collection, index))
}

export function dropCollection(tx: WriteTransaction, collection: Collection): void {
  tx.removePrefix(collection.prefix)
  for (const index of secondaryIndexes(collection)) tx.removePrefix(index.prefix)
  tx.changeCatalogue(tx.catalogue.without(collection.namespace))
}

function checkSize(raw: Buffer): void {
  if (raw.length > MAX_DOCUMENT_BYTES)
    fail(
      'BSONObjectTooLarge',
      `Document of ${String(raw.length)} bytes is larger than ${String(MAX_DOCUMENT_BYTES)}`,
    )
}

function checkUnique(
  tx: WriteTransaction,
  collection: Collection,
  index: Index,
  entries: IndexEntries,
  idKey: Buffer,
): void {
  if (!index.unique) return
  for (const { key, values } of entries.byKey.values()) {
    const holder = tx.get(key)
    if (holder && !holder.equals(idKey)) refuseDuplicate(collection, index, values)
  }
}

function addEntries(
  tx: WriteTransaction,
  collection: Collection,
  index: Index,
  entries: IndexEntries,
  idKey: Buffer,
  existing?: IndexEntries,
): void {
  for (const [id, { key }] of entries.byKey) if (!existing?.byKey.has(id)) tx.put(key, idKey)
  noteTraits(tx, collection, index, entries)
}

function noteTraits(tx: WriteTransaction, collection: Collection, index: Index, traits: IndexTraits): void {
  if ((traits.multikey && !index.multikey) || (traits.truncated && !index.truncated))
    tx.changeCatalogue(tx.catalogue.withTraits(collection, index, traits))
}

/** Drivers and Mongoose read `keyPattern` and `keyValue`; people read the message. */
function refuseDuplicate(collection: Collection, index: Index | undefined, values: readonly Value[]): never {
  const fields = index?.fields ?? []
  const keyValue: Doc = Object.fromEntries(
    fields.map(({ name }, position) => [name, values[position] ?? null]),
  )
  const shown = Object.entries(keyValue).map(([name, value]) => `${name}: ${show(value)}`)
  return fail(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${collection.namespace} index: ${index?.name ?? ''} dup key: { ${shown.join(', ')} }`,
    { keyPattern: index?.key, keyValue },
  )
}
