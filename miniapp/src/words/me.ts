import { inLanguage } from './language'
import { meWords as meZh, signInWords as signInZh, cityWords as cityZh } from './zh/me'

export const meWords = inLanguage('meWords', meZh)
export const signInWords = inLanguage('signInWords', signInZh)
export const cityWords = inLanguage('cityWords', cityZh)
