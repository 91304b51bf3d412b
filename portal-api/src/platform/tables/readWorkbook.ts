/** The first sheet of an Excel workbook (.xlsx) as rows of text. */
import { fork } from 'node:child_process'
import { join } from 'node:path'

export type Rows = readonly (readonly string[])[]
export type WorkbookProblem = 'unreadable' | 'too-many-rows' | 'too-large-unpacked'

const MB = 1024 * 1024
/** A table of 50,000 long answers takes some 60 MB. */
const MOST_UNPACKED = 150 * MB
/** A cell far below or to the right makes a table that no memory holds. */
const MEMORY_MB = 768
const PATIENCE_MS = 15_000

interface Answer {
  readonly rows?: Rows
  readonly problem?: WorkbookProblem
}

/** Never throws: what cannot be read, or only by too much memory or time, is a problem. */
export const readWorkbook = (
  file: Uint8Array,
  mostRows: number,
  { mostUnpacked = MOST_UNPACKED, patience = PATIENCE_MS, memory = MEMORY_MB } = {},
): Promise<Rows | WorkbookProblem> =>
  new Promise((done) => {
    const reader = fork(join(__dirname, 'workbookReader.cjs'), {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${memory}`],
      // The portal’s secrets are none of a file’s business.
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const end = (outcome: Rows | WorkbookProblem) => {
      clearTimeout(timer)
      reader.kill('SIGKILL')
      done(outcome)
    }
    const timer = setTimeout(() => {
      end('too-large-unpacked')
    }, patience)
    reader.once('message', ({ rows, problem }: Answer) => {
      end(rows ?? problem ?? 'unreadable')
    })
    reader.once('exit', () => {
      end('too-large-unpacked')
    })
    reader.once('error', () => {
      end('unreadable')
    })
    reader.send({ bytes: file, mostUnpacked, mostRows }, () => undefined)
  })
