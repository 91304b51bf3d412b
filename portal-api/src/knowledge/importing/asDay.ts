/** A day as people write it into a cell. */
const PATTERNS = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?: .*)?$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]
const DAY_MS = 86_400_000
/** Days are numbered from 30 December 1899 in Excel; here from 2000 to 2100. */
const EXCEL_ZERO = Date.UTC(1899, 11, 30)
const EXCEL_DAY = /^(3[6-9]\d{3}|[4-6]\d{4}|7[0-2]\d{3})(?:\.\d+)?$/

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** YYYY-MM-DD; undefined where it is no day. A cell of Excel whose format is lost shows the day's number. */
export const asDay = (cell: string): string | undefined => {
  const words = cell.normalize('NFKC').trim()
  for (const pattern of PATTERNS) {
    const [, year = '', month = '', day = ''] = pattern.exec(words) ?? []
    if (year === '') continue
    const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    const time = Date.parse(`${written}T00:00:00Z`)
    return !Number.isNaN(time) && iso(time) === written ? written : undefined
  }
  return EXCEL_DAY.test(words) ? iso(EXCEL_ZERO + Math.floor(Number(words)) * DAY_MS) : undefined
}
