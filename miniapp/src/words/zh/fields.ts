/** What the contracts say of a field that is not right yet; they say it in Chinese. */
export const fieldWords = { say: (message: string) => message } as const
