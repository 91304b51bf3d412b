import { Int32 } from 'bson'
import { randomBytes } from 'node:crypto'
import { decode, encode } from '../bson/codec'
import { toDouble } from '../bson/numbers'
import { isNumber, type Doc } from '../bson/value'
import {
  collectionFromDoc,
  collectionToDoc,
  newCollection,
  newIndex,
  type Collection,
  type Index,
  type IndexSpec,
  type IndexTraits,
} from './collection'
import { CATALOGUE_KEY, VERSION_KEY } from './keys'

/**
 * Which collections and indexes exist. An immutable value, stored in the database itself: a reader always has
 * the catalogue that belongs to the data it sees, and a failed command leaves no trace.
 */
export class Catalogue {
  private constructor(
    /** Unlike a number, a random token is never given twice, not even after a commit that failed. */
    readonly version: string,
    private readonly lastId: number,
    private readonly byNamespace: ReadonlyMap<string, Collection>,
  ) {}

  private static readonly empty = new Catalogue('', 0, new Map())

  /** The versions used last: readers and the writer may see different ones for a moment. */
  private static readonly cache = new WeakMap<object, Catalogue[]>()

  /** Loads the catalogue through `get`; `owner` identifies the database for the cache of decoded versions. */
  static load(owner: object, get: (key: Buffer) => Buffer | undefined): Catalogue {
    const version = get(VERSION_KEY)?.toString('hex')
    if (version === undefined) return Catalogue.empty
    const recent = Catalogue.cache.get(owner) ?? []
    const cached = recent.find((catalogue) => catalogue.version === version)
    if (cached) return cached
    const loaded = Catalogue.fromDoc(version, decode(get(CATALOGUE_KEY) ?? encode({})))
    Catalogue.cache.set(owner, [loaded, ...recent.slice(0, 1)])
    return loaded
  }

  private static fromDoc(version: string, { lastId, collections }: Doc): Catalogue {
    const list = (collections as Doc[]).map(collectionFromDoc)
    return new Catalogue(
      version,
      isNumber(lastId) ? toDouble(lastId) : 0,
      new Map(list.map((collection) => [collection.namespace, collection])),
    )
  }

  /** This catalogue as it is stored, under a new version. */
  toStore(): { version: Buffer; stored: Buffer } {
    const version = randomBytes(8)
    const stored = encode({
      lastId: new Int32(this.lastId),
      collections: [...this.byNamespace.values()].map(collectionToDoc),
    })
    return { version, stored }
  }

  get(namespace: string): Collection | undefined {
    return this.byNamespace.get(namespace)
  }

  all(): Collection[] {
    return [...this.byNamespace.values()]
  }

  inDatabase(database: string): Collection[] {
    return this.all().filter(({ namespace }) => namespace.startsWith(`${database}.`))
  }

  withNewCollection(namespace: string): Catalogue {
    return this.with(newCollection(namespace, this.lastId + 1, this.lastId + 2), this.lastId + 2)
  }

  without(namespace: string): Catalogue {
    const collections = new Map(this.byNamespace)
    collections.delete(namespace)
    return new Catalogue(this.version, this.lastId, collections)
  }

  withNewIndex(collection: Collection, spec: IndexSpec): { catalogue: Catalogue; index: Index } {
    const index = newIndex(spec, this.lastId + 1)
    const current = this.current(collection)
    return {
      catalogue: this.with({ ...current, indexes: [...current.indexes, index] }, this.lastId + 1),
      index,
    }
  }

  withoutIndex(collection: Collection, index: Index): Catalogue {
    const current = this.current(collection)
    return this.with({ ...current, indexes: current.indexes.filter(({ id }) => id !== index.id) })
  }

  /** Sets flags of an index; the same catalogue if they are set already. */
  withTraits(collection: Collection, index: Index, traits: Partial<IndexTraits>): Catalogue {
    const current = this.current(collection)
    const known = current.indexes.find(({ id }) => id === index.id)
    const isNew = known && ((traits.multikey && !known.multikey) || (traits.truncated && !known.truncated))
    if (!isNew) return this
    const changed = {
      ...known,
      multikey: known.multikey || traits.multikey === true,
      truncated: known.truncated || traits.truncated === true,
    }
    return this.with({
      ...current,
      indexes: current.indexes.map((each) => (each === known ? changed : each)),
    })
  }

  private current(collection: Collection): Collection {
    return this.byNamespace.get(collection.namespace) ?? collection
  }

  private with(collection: Collection, lastId = this.lastId): Catalogue {
    return new Catalogue(
      this.version,
      lastId,
      new Map(this.byNamespace).set(collection.namespace, collection),
    )
  }
}
