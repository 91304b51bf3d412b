import type { TimelineEntry } from '@jiesu/shared-types'

type Timeline = readonly TimelineEntry[]

/** Steps that were not there yet, newest first as the portal lists them. */
export const newsSince = <E extends Pick<TimelineEntry, 'id'>>(
  known: readonly Pick<TimelineEntry, 'id'>[],
  now: readonly E[],
): E[] => {
  const before = new Set(known.map(({ id }) => id))
  return now.filter(({ id }) => !before.has(id))
}

/** The same for the requester, whose own steps are no news to them. */
export const newsForRequester = (known: Timeline, now: Timeline): TimelineEntry[] =>
  newsSince(known, now).filter(({ by }) => by !== 'requester')
