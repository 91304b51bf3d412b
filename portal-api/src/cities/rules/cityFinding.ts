/** Something wrong in a city's folder. */
export interface CityFinding {
  /** `dispatch.json` */
  readonly file: string
  /** `rows[3].unit`; empty for the file as a whole. */
  readonly path: string
  /** What is wrong and what to do. */
  readonly message: string
  /** Where the file breaks off; for all else the path says where. */
  readonly line?: number | undefined
}

/** The positions of every value that has stood before: `[['a', 2]]` for `a b a`. */
export const repeated = (values: readonly string[]): { value: string; index: number }[] => {
  const seen = new Set<string>()
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [{ value, index }]
    seen.add(value)
    return []
  })
}
