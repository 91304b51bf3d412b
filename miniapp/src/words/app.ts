import { inLanguage } from './language'
import { appWords as appZh } from './zh/app'

export const appWords = inLanguage('appWords', appZh)
