/**
 * Keeps the engine's index as files and database say. What is put or removed is written at once and again until it
 * succeeds; at the start, and after the engine was away, everything is compared by digests and only what differs is
 * written. Several portals write the same entries: the engine writes only what is different (`doc_as_upsert`).
 */
import { setImmediate, setTimeout as wait } from 'node:timers/promises'
import { OutsideServiceDown } from '../../platform/outside/outsideService'
import { NoSuchIndex, type SearchEngine } from '../../platform/outside/searchEngine'
import type { Logger } from '../../platform/log'
import type { SearchableEntry } from '../knowledgeSearch'
import { asDocument, digestOf, keyOf } from './asDocument'
import { digestsBody, PAGE } from './queries'
import { BulkAnswer, DigestsAnswer, understood } from './readAnswers'

export interface KeptIndex {
  put(entries: readonly SearchableEntry[]): void
  remove(city: string, ids: readonly string[]): void
  /**
   * Compares everything where that is due, and writes what could not be written before; to be called again and again
   * from when all entries have been put. Ends when nothing is left to write, or the engine takes no more for now.
   */
  keepUp(): Promise<void>
  /** What the engine holds may be something else than what it was given: it was away, or the index is gone. */
  compareAgain(): void
  /** Grows with everything that was written. */
  changes(): number
}

export interface KeepIndexParts {
  readonly engine: SearchEngine
  readonly alias: string
  /** Of the present definition. */
  readonly name: string
  readonly definition: object
  /** Of these the index is kept; others may belong to other portals. */
  readonly cities: readonly string[]
  readonly log: Pick<Logger, 'warn' | 'info'>
  /** Milliseconds of a steady clock. */
  readonly now: () => number
  /** Waits so many milliseconds before the next try. */
  readonly pause?: (milliseconds: number) => Promise<void>
}

/** So many entries, or signs, go in one request. */
const MOST = 100
const MOST_SIGNS = 2_000_000
/** So many are made ready before other requests have their turn: questions are read aloud for it. */
const AT_ONCE = 10
/** Before what the engine had no room for is tried again; then twice as long, and so on. */
const FIRST_PAUSE_MS = 250
const TRIES = 5
/** An engine that fails altogether is left alone for so long, then twice as long, and so on. */
const FIRST_REST_MS = 1_000
const LONGEST_REST_MS = 30_000
const READ_PATIENCE_MS = 15_000

interface Wanted {
  readonly entry: SearchableEntry
  readonly digest: string
}

// Not referenced: what is still to be written must not keep a portal from ending; its next start compares.
const unhurried = async (milliseconds: number): Promise<void> => {
  await wait(milliseconds, undefined, { ref: false })
}

export const makeKeptIndex = (parts: KeepIndexParts): KeptIndex => {
  const { engine, alias, name, definition, cities, log, now, pause = unhurried } = parts
  const wanted = new Map<string, Wanted>()
  /** Keys of what has to be written or taken out. */
  const different = new Set<string>()
  let compared = false
  let due = true
  let written = 0
  let restsUntil = Number.NEGATIVE_INFINITY
  /** Failures since the last success. */
  let failures = 0
  let working: Promise<void> | undefined
  /** The index's name while it is being filled, the alias from then on. */
  let target = name

  const linesOf = (key: string): string => {
    const one = wanted.get(key)
    if (one === undefined) return `${JSON.stringify({ delete: { _id: key } })}\n`
    const change = { doc: asDocument(one.entry), doc_as_upsert: true }
    return `${JSON.stringify({ update: { _id: key, retry_on_conflict: 3 } })}\n${JSON.stringify(change)}\n`
  }

  /** Writes one batch. @returns whether the engine took all of it. */
  const writeSome = async (): Promise<boolean> => {
    let lines = ''
    const keys: string[] = []
    for (const key of different) {
      if (keys.length >= MOST || lines.length >= MOST_SIGNS) break
      // What is changed from here on is different again.
      different.delete(key)
      lines += linesOf(key)
      keys.push(key)
      if (keys.length % AT_ONCE === 0) await setImmediate()
    }
    let all = true
    try {
      const outcomes = understood(BulkAnswer, await engine.bulk(target, lines, target === alias))
      const settled = new Map(outcomes.map((one) => [one.key, one]))
      for (const key of keys) {
        const { outcome = 'again', why } = settled.get(key) ?? {}
        if (outcome === 'refused') log.warn({ entry: key, why }, 'the search engine refuses an entry')
        if (why === 'index_not_found_exception') throw new NoSuchIndex()
        if (outcome !== 'again') continue
        different.add(key)
        all = false
      }
    } catch (error) {
      for (const key of keys) different.add(key)
      throw error
    }
    return all
  }

  const writeAll = async (): Promise<void> => {
    let tries = 0
    while (different.size > 0) {
      if (await writeSome()) {
        tries = 0
        continue
      }
      if (tries === TRIES) throw new OutsideServiceDown('search engine', 'has no room for what is written')
      await pause(FIRST_PAUSE_MS * 2 ** tries)
      tries += 1
    }
    await engine.refresh(target)
    written += 1
  }

  const digestsHeld = async (): Promise<Map<string, string>> => {
    const digests = new Map<string, string>()
    let after: string | undefined
    for (;;) {
      const body = digestsBody(cities, after)
      const page = understood(
        DigestsAnswer,
        await engine.search(target, body, AbortSignal.timeout(READ_PATIENCE_MS)),
      )
      for (const { key, digest } of page) digests.set(key, digest)
      after = page.at(-1)?.key
      if (page.length < PAGE) return digests
    }
  }

  /** @returns the indexes that the alias stood for and that are to be replaced; none where all is as it should be. */
  const prepare = async (): Promise<readonly string[] | undefined> => {
    if (!(await engine.hasIndex(name))) await engine.createIndex(name, definition)
    const present = await engine.aliasedTo(alias)
    const isInPlace = present.length === 1 && present[0] === name
    target = isInPlace ? alias : name
    return isInPlace ? undefined : present.filter((one) => one !== name)
  }

  const compare = async (): Promise<void> => {
    due = false
    const replaced = await prepare()
    const digests = await digestsHeld()
    for (const [key, { digest }] of wanted) if (digests.get(key) !== digest) different.add(key)
    for (const key of digests.keys()) if (!wanted.has(key)) different.add(key)
    compared = true
    const count = different.size
    await writeAll()
    if (replaced !== undefined) {
      await engine.moveAlias(alias, replaced, name)
      target = alias
      written += 1
    }
    log.info({ entries: wanted.size, written: count }, 'the search engine holds the knowledge')
  }

  const work = async (): Promise<void> => {
    // What is put in one go is written in one go.
    await Promise.resolve()
    try {
      while (due || different.size > 0) {
        if (due) await compare()
        else await writeAll()
      }
      failures = 0
    } catch (error) {
      due = true
      restsUntil = now() + Math.min(FIRST_REST_MS * 2 ** failures, LONGEST_REST_MS)
      failures += 1
      const reason = error instanceof Error ? error.message : 'no answer'
      if (failures === 1) log.warn({ reason }, 'the search engine cannot be brought up to date')
    }
    // Not later: what is put meanwhile would wait for the next beginning.
    working = undefined
  }
  const begin = (): Promise<void> => {
    if (now() < restsUntil) return Promise.resolve()
    return (working ??= work())
  }

  const change = (key: string): void => {
    // Until everything has been put and compared, nothing tells what is different.
    if (!compared) return
    different.add(key)
    void begin()
  }

  return {
    put: (entries) => {
      for (const entry of entries) {
        const key = keyOf(entry.city, entry.id)
        const digest = digestOf(entry)
        if (wanted.get(key)?.digest === digest) continue
        wanted.set(key, { entry, digest })
        change(key)
      }
    },
    remove: (city, ids) => {
      for (const id of ids) if (wanted.delete(keyOf(city, id))) change(keyOf(city, id))
    },
    keepUp: () => working ?? (due || different.size > 0 ? begin() : Promise.resolve()),
    compareAgain: () => {
      // What is being filled is compared already.
      if (working === undefined) due = true
    },
    changes: () => written,
  }
}
