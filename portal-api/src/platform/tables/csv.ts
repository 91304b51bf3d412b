/** Tables as CSV, as the spreadsheets of Chinese offices open them by a double click. */
import { stringify } from 'csv-stringify/sync'

export type Cell = string | number

/**
 * UTF-8 with its mark, CRLF. A text that begins like a formula (=, +, -, @, tab, and their full-width twins) is made a
 * text by an apostrophe, so that opening a table never runs what somebody wrote into it.
 */
export const asCsv = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    // Every kind of line end is quoted, not only the one that ends a row.
    { bom: true, record_delimiter: 'windows', escape_formulas: true, quoted_match: /[\r\n]/ },
  )

/** Takes the apostrophe away again that {@link asCsv} put before a text. */
export const withoutFormulaMark = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')
