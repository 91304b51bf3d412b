/** CSV as Excel and the systems of offices write it, as rows of text. */
import { CsvError, parse } from 'csv-parse/sync'
import type { Rows } from './readWorkbook'
import { withoutFormulaMark } from './csv'

const DELIMITERS = [',', '\t', ';'] as const

/** Of the first lines, whatever they hold most of: Excel writes tabs as “Unicode text”, some systems semicolons. */
const delimiterOf = (text: string): string => {
  const head = text.slice(0, 2000)
  const count = (sign: string) => head.split(sign).length
  return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ','
}

/** Row n of the answer is row n of the table as a spreadsheet shows it, empty ones included. */
export const readCsv = (text: string, mostRows: number): Rows | 'too-many-rows' | 'broken-quotes' => {
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: mostRows + 1,
    })
    if (rows.length > mostRows) return 'too-many-rows'
    return rows.map((row) => row.map(withoutFormulaMark))
  } catch (error) {
    if (error instanceof CsvError) return 'broken-quotes'
    throw error
  }
}
