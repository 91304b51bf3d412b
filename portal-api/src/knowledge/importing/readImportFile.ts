/** An import file of any kind as judged lines: JSON lines, CSV, Excel. Told apart by what is in them, not by their names. */
import { decodeText } from '../../platform/tables/decodeText'
import { readCsv } from '../../platform/tables/readCsv'
import { readWorkbook, type Rows } from '../../platform/tables/readWorkbook'
import { findHeads, lineOf } from './columns'
import { type ReadLine, readLine } from './importLine'
import type { FileProblem } from './importProblems'

/** Bytes of an import file. */
export const MOST_BYTES = 10 * 1024 * 1024
export const MOST_ROWS = 50_000

/** As an editor or a spreadsheet numbers it, from 1. */
export type NumberedLine = ReadLine & { readonly line: number }
export interface ImportFile {
  readonly lines: readonly NumberedLine[]
  /** Columns of a table that mean nothing here. */
  readonly leftAside: readonly string[]
}

const begins = (bytes: Uint8Array, sign: readonly number[]): boolean =>
  sign.every((byte, i) => bytes[i] === byte)
const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** Compound files: Excel until 2003, and encrypted workbooks. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

const ofTable = (city: string, rows: Rows): ImportFile | FileProblem => {
  const heads = findHeads(rows)
  if (heads === undefined) return 'no-heads'
  const { columns, leftAside, next } = heads
  const lines = rows.slice(next).flatMap((row, i): NumberedLine[] => {
    if (row.every((cell) => cell.trim() === '')) return []
    const read = lineOf(columns, row)
    return [{ line: next + i + 1, ...('problem' in read ? read : readLine(city, read.value)) }]
  })
  return { lines, leftAside }
}

const NO_JSON = Symbol('no JSON')
const json = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    return NO_JSON
  }
}

const ofJsonLines = (city: string, text: string): ImportFile => {
  const lines = text.split('\n').flatMap((line, i): NumberedLine[] => {
    if (line.trim() === '') return []
    const value = json(line)
    if (value === NO_JSON) return [{ line: i + 1, problem: { code: 'no-json' } }]
    return [{ line: i + 1, ...readLine(city, value) }]
  })
  return { lines, leftAside: [] }
}

/** Lines of JSON begin with a brace; a table without heads that has such lines is a file whose first lines are broken. */
const isJsonLines = (text: string): boolean => text.trimStart().startsWith('{')
const HAS_JSON = /^\s*\{/m

/** @param unbounded operators may bring JSON lines of any length. */
export const readImportFile = async (
  city: string,
  bytes: Uint8Array,
  { unbounded = false } = {},
): Promise<ImportFile | FileProblem> => {
  if (bytes.length === 0) return 'empty'
  if (bytes.length > MOST_BYTES && !unbounded) return 'too-large'
  if (begins(bytes, COMPOUND)) return 'old-excel'
  if (begins(bytes, ZIP)) {
    if (bytes.length > MOST_BYTES) return 'too-large'
    const rows = await readWorkbook(bytes, MOST_ROWS)
    return typeof rows === 'string' ? rows : ofTable(city, rows)
  }
  const text = decodeText(bytes)
  if (text === undefined) return 'no-text'
  if (text.trim() === '') return 'empty'
  if (isJsonLines(text)) {
    const file = ofJsonLines(city, text)
    return file.lines.length > MOST_ROWS && !unbounded ? 'too-many-rows' : file
  }
  if (bytes.length > MOST_BYTES) return 'too-large'
  const rows = readCsv(text, MOST_ROWS)
  if (typeof rows === 'string') return rows
  const table = ofTable(city, rows)
  return table === 'no-heads' && HAS_JSON.test(text) ? ofJsonLines(city, text) : table
}
