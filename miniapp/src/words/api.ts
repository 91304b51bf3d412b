import { inLanguage } from './language'
import { apiWords as apiZh } from './zh/api'

export const apiWords = inLanguage('apiWords', apiZh)
