import { storage } from '../platform/storage'
import { createStore } from './store'

/** What was said on this device of a knowledge entry; the random id makes the portal count it once. */
export interface Opinion {
  commandId: string
  solved: boolean
  /** The portal has it. */
  sent: boolean
}

const KEY = 'opinion:'

export const readOpinion = (entry: string): Opinion | undefined => {
  const kept = storage.read(KEY + entry) as Partial<Opinion> | undefined
  return typeof kept?.commandId === 'string' && typeof kept.solved === 'boolean'
    ? { commandId: kept.commandId, solved: kept.solved, sent: kept.sent === true }
    : undefined
}

export const keepOpinion = (entry: string, opinion: Opinion): void => {
  storage.write(KEY + entry, opinion)
}

/** Title of the entry that made the appeal unnecessary that is being written; the form then asks what becomes of it. */
export const solvedBy = createStore<string | undefined>(undefined)
