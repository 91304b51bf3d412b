/** What an uploaded file is, by its bytes: its name and declared type are anybody's word. */
import type { EntryFileType } from '@jiesu/shared-types/vocabulary'
import { mediaTypeOf } from '../../attachments/sniff'
import { hasScripts } from './pdfScripts'
import { namesInZip } from './zipNames'

/** Word and Excel, by a part that no other file has. */
const OFFICE = {
  'word/document.xml': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'xl/workbook.xml': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<string, EntryFileType>

/** Macros, ActiveX controls, programs wrapped up as objects. */
const ACTIVE_PART = /vbaProject|(^|\/)activeX\/|(^|\/)macrosheets\/|oleObject|(^|\/)embeddings\/.*\.bin$/i

/** `active`: it brings macros or scripts; `unknown`: nothing that entries may have. */
export const entryFileTypeOf = (bytes: Buffer): EntryFileType | 'active' | 'unknown' => {
  const picture = mediaTypeOf(bytes)
  if (picture === 'image/jpeg' || picture === 'image/png') return picture
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-')
    return hasScripts(bytes) ? 'active' : 'application/pdf'
  const names = namesInZip(bytes)
  const part = Object.keys(OFFICE).find((name) => names.includes(name)) as keyof typeof OFFICE | undefined
  if (part === undefined || !names.includes('[Content_Types].xml')) return 'unknown'
  return names.some((name) => ACTIVE_PART.test(name)) ? 'active' : OFFICE[part]
}
