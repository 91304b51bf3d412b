import type { EntryContent } from './entryContent'

/** The same for the same value, in whatever order its fields stand; what is undefined is not there. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/** Whatever fields entries have. */
export const sameContent = (one: EntryContent, other: EntryContent): boolean =>
  canonical(one) === canonical(other)
