import { inLanguage } from './language'
import { submitWords as submitZh, sentWords as sentZh } from './zh/submit'

export const submitWords = inLanguage('submitWords', submitZh)
export const sentWords = inLanguage('sentWords', sentZh)
