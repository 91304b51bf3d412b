export interface EarlyAnswer {
  data: unknown
  statusCode: number
  header: Record<string, unknown>
}

/** Nothing asks before the app does in WeChat; see the twin for the H5. */
export const takeEarlyAnswer = async (_url: string): Promise<EarlyAnswer | undefined> =>
  Promise.resolve(undefined)
