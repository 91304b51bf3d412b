import { inLanguage } from './language'
import { rateWords as rateZh } from './zh/rate'

export const rateWords = inLanguage('rateWords', rateZh)
