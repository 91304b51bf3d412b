import { phraseInEnglish } from '@jiesu/shared-types/vocabulary/english'
import type { Words } from '../language'
import type * as zh from '../zh/fields'

export const fieldWords: Words<typeof zh.fieldWords> = {
  say: (message) => phraseInEnglish(message) ?? message,
}
