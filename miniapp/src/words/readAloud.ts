import { inLanguage } from './language'
import { readAloudWords as readAloudZh } from './zh/readAloud'

export const readAloudWords = inLanguage('readAloudWords', readAloudZh)
