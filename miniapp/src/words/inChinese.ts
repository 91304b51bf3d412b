import { spokenLanguage } from './language'

/** Attributes of a text that is Chinese in every language, so that it is read aloud and broken into lines as such. */
export const inChinese = (): object => (spokenLanguage() === 'zh-CN' ? {} : { lang: 'zh-CN' })
