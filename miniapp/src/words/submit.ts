import { inLanguage } from './language'
import {
  draftWords as draftZh,
  pictureWords as pictureZh,
  sentWords as sentZh,
  submitWords as submitZh,
  waitingWords as waitingZh,
} from './zh/submit'

export const submitWords = inLanguage('submitWords', submitZh)
export const pictureWords = inLanguage('pictureWords', pictureZh)
export const sentWords = inLanguage('sentWords', sentZh)
export const draftWords = inLanguage('draftWords', draftZh)
export const waitingWords = inLanguage('waitingWords', waitingZh)
