/** What the shapes of several files of a city are made of. */
import { z } from 'zod'

export const words = z.string().trim().min(1)
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '应为小写英文词，用连字符连接，例如 water-supply')
export const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, '日期写作 YYYY-MM-DD')

/** Where a datum stands: document, paragraph, and the sentence where it is short. */
export const SourceData = z.strictObject({
  document: words,
  item: words,
  quote: z.string().optional(),
  url: z.url().optional(),
})
export type SourceData = z.infer<typeof SourceData>
