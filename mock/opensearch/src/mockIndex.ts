/** One index: documents as they were written, and what of them is found since the last refresh. */
import { isDeepStrictEqual } from 'node:util'
import { type Mapping, readMapping } from './mapping'
import type { Fields } from './refusal'
import { search } from './search'
import { Searchable } from './searchable'

export type Written = 'created' | 'updated' | 'deleted' | 'noop' | 'not_found'

interface Stored {
  readonly source: Fields
  readonly version: number
}

export class MockIndex {
  private readonly mapping: Mapping
  private readonly searchable: Searchable
  private readonly documents = new Map<string, Stored>()
  private readonly unseen = new Set<string>()
  private unseenSince = 0
  private sequence = 0

  /** @param now milliseconds of a steady clock */
  constructor(
    readonly name: string,
    definition: Fields,
    private readonly now: () => number,
  ) {
    this.mapping = readMapping(definition)
    this.searchable = new Searchable(this.mapping)
  }

  get size(): number {
    return this.documents.size
  }

  get lastSequence(): number {
    return this.sequence
  }

  versionOf(id: string): number {
    return this.documents.get(id)?.version ?? 1
  }

  /** What is the same already is not written again. */
  upsert(id: string, doc: Fields): Written {
    const before = this.documents.get(id)
    const source = { ...before?.source, ...doc }
    if (before !== undefined && isDeepStrictEqual(before.source, source)) return 'noop'
    this.documents.set(id, { source, version: (before?.version ?? 0) + 1 })
    this.changed(id)
    return before === undefined ? 'created' : 'updated'
  }

  delete(id: string): Written {
    if (!this.documents.delete(id)) return 'not_found'
    this.changed(id)
    return 'deleted'
  }

  refresh(): void {
    for (const id of this.unseen) {
      const stored = this.documents.get(id)
      if (stored === undefined) this.searchable.remove(id)
      else this.searchable.put(id, stored.source)
    }
    this.unseen.clear()
  }

  search(body: Fields): Fields {
    if (this.unseen.size > 0 && this.now() - this.unseenSince >= this.mapping.refreshMs) this.refresh()
    return search(this.name, this.mapping, this.searchable, body)
  }

  private changed(id: string): void {
    if (this.unseen.size === 0) this.unseenSince = this.now()
    this.unseen.add(id)
    this.sequence += 1
  }
}
