/** A table as an Excel workbook: a bold first row that stays in sight, cells that wrap. */
import writeXlsxFile from 'write-excel-file/node'
import type { Cell } from './csv'

/** What a cell of Excel holds. */
const MOST_CHARACTERS = 32_767

/** @param widths of the columns, in characters. */
export const asWorkbook = async (
  sheet: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
): Promise<Buffer> =>
  writeXlsxFile(
    [
      heads.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...rows.map((row) =>
        row.map((cell) => ({
          value: typeof cell === 'string' ? cell.slice(0, MOST_CHARACTERS) : cell,
          wrap: true,
          alignVertical: 'top' as const,
        })),
      ),
    ],
    { sheet, stickyRowsCount: 1, columns: widths.map((width) => ({ width })) },
  ).toBuffer()
