import { inLanguage } from './language'
import { fieldWords as fieldZh } from './zh/fields'

export const fieldWords = inLanguage('fieldWords', fieldZh)
