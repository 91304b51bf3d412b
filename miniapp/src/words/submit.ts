import { inLanguage } from './language'
import { pictureWords as pictureZh, submitWords as submitZh, sentWords as sentZh } from './zh/submit'

export const submitWords = inLanguage('submitWords', submitZh)
export const pictureWords = inLanguage('pictureWords', pictureZh)
export const sentWords = inLanguage('sentWords', sentZh)
