import { inLanguage } from './language'
import { commonWords as commonZh } from './zh/common'

export const commonWords = inLanguage('commonWords', commonZh)
