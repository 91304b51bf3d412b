import { inLanguage } from './language'
import { hotlineWords as hotlineZh } from './zh/hotlines'

export const hotlineWords = inLanguage('hotlineWords', hotlineZh)
