import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'

const MAGIC = 0xbeefc0de
/** Where LMDB's first page keeps the magic number, after the page's own header. */
const MAGIC_OFFSET = 24
const MINIMUM_PAGE = 4096

/**
 * Refuses a data file that is plainly not LMDB's or was cut off in its first page: LMDB itself would take the
 * whole process down. A missing or empty file is a new database.
 */
export function checkDataFile(folder: string): void {
  const path = join(folder, 'data.mdb')
  if (!existsSync(path)) return
  const page = Buffer.alloc(MINIMUM_PAGE)
  const file = openSync(path, 'r')
  const bytes = readSync(file, page)
  closeSync(file)
  if (bytes === 0) return
  if (bytes < MINIMUM_PAGE || page.readUInt32LE(MAGIC_OFFSET) !== MAGIC)
    throw new Error('its file data.mdb is damaged or not an LMDB file')
}
