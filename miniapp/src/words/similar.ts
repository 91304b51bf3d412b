import { inLanguage } from './language'
import { similarWords as similarZh } from './zh/similar'

export const similarWords = inLanguage('similarWords', similarZh)
