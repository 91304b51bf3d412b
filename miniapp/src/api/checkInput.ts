import type { FieldProblem } from '@jiesu/shared-types'
import type { ZodMiniType } from 'zod/mini'
import { fieldWords } from '../words/fields'

/** What the contract finds wrong with an input, as the portal would say it: every field at once. */
export const checkInput = (schema: ZodMiniType, input: unknown): FieldProblem[] => {
  const parsed = schema.safeParse(input)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => ({
    path: issue.path.map((part) => `/${String(part)}`).join(''),
    message: fieldWords.say(issue.message),
  }))
}
