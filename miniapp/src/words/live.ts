import { inLanguage } from './language'
import { liveWords as liveZh } from './zh/live'

export const liveWords = inLanguage('liveWords', liveZh)
