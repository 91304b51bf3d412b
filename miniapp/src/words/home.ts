import { inLanguage } from './language'
import { homeWords as homeZh } from './zh/home'

export const homeWords = inLanguage('homeWords', homeZh)
