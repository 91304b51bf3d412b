/** How many items there are; they are taken one by one and not kept. */
export function lengthOf(items: Iterable<unknown>): number {
  const iterator = items[Symbol.iterator]()
  let length = 0
  while (!iterator.next().done) length++
  return length
}

/** Leaves out the first `skip` items and ends after `limit` more; 0 is no limit. */
export function* window<T>(items: Iterable<T>, skip: number, limit: number): Iterable<T> {
  let position = 0
  for (const item of items) {
    if (position++ < skip) continue
    yield item
    if (limit > 0 && position >= skip + limit) return
  }
}

export function* mapped<T, U>(items: Iterable<T>, change: (item: T) => U): Iterable<U> {
  for (const item of items) yield change(item)
}

export function* filtered<T>(items: Iterable<T>, accepts: (item: T) => boolean): Iterable<T> {
  for (const item of items) if (accepts(item)) yield item
}
