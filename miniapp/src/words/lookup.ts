import { inLanguage } from './language'
import { lookupWords as lookupZh } from './zh/lookup'

export const lookupWords = inLanguage('lookupWords', lookupZh)
