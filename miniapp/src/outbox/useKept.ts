import { useEffect } from 'react'
import { useStore } from '../stores/store'
import { keptChanges, listAppeals, noteChange, type KeptAppeal } from './kept'
import { listReceipts, type Receipt } from './receipts'

interface Kept {
  appeals: readonly KeptAppeal[]
  receipts: readonly Receipt[]
}

let read: { version: number; kept: Kept } | undefined

/** Everything kept, drawn anew when it changes, here or in another tab; read once for each change. */
export const useKept = (): Kept => {
  // Typing in the form counts no change, so whoever comes from there looks anew.
  useEffect(noteChange, [])
  const version = useStore(keptChanges)
  if (read?.version !== version)
    read = { version, kept: { appeals: listAppeals(), receipts: listReceipts() } }
  return read.kept
}
