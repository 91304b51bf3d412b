/** An entry that an export wrote down whole, put back as its unit keeps it. */
import type { EntryContent } from './entryContent'
import type { Life, LifeEvent, Version } from './life'

interface Whole {
  readonly id: string
  readonly city: string
  /** What is public. */
  readonly content: EntryContent
  readonly history?:
    | {
        readonly live?: number | undefined
        readonly versions: readonly Version[]
        readonly events: readonly Omit<LifeEvent, 'commandId' | 'role'>[]
      }
    | undefined
}

/** @param before the entry of the city's files, where there is one: it stays the first version. */
export const restoredLife = (
  { id, city, content, history }: Whole,
  before: Life | undefined,
  now: Date,
): Life => {
  if (history !== undefined && history.versions.length > 0) {
    const versions = history.versions.map((version, i) => ({ ...version, number: i + 1 }))
    const live = versions.some(({ number }) => number === history.live) ? history.live : undefined
    return { id, city, versions, live, tasks: [], events: [...history.events] }
  }
  const number = (before?.versions.length ?? 0) + 1
  return {
    id,
    city,
    versions: [...(before?.versions ?? []), { number, content, at: now }],
    live: number,
    tasks: [],
    events: [...(before?.events ?? []), { type: 'brought-in', at: now, version: number }],
  }
}
