import { storage } from '../platform/storage'

/** What was ticked off of an entry's lists, by its own words: a list that changes keeps what is still on it. */
export const TICKED = 'ticked:'

export const readTicked = (entry: string): readonly string[] => {
  const kept = storage.read(TICKED + entry)
  return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []
}

export const keepTicked = (entry: string, ticked: readonly string[]): void => {
  if (ticked.length === 0) storage.remove(TICKED + entry)
  else storage.write(TICKED + entry, ticked)
}
