/** Which language a citizen is answered in. The desk and units' systems are spoken to in Chinese alone. */
import { type Language, LANGUAGES } from '@jiesu/shared-types'
import type { Context } from 'koa'

/** `Accept-Language`: English where it is preferred to Chinese, else Chinese. */
const preferred = (ctx: Context): Language =>
  ctx.acceptsLanguages('zh-CN', 'zh', 'en') === 'en' ? 'en' : 'zh-CN'

/** The language of the answer under way, see `speakChinese`. */
export const languageOf = (ctx: Context): Language =>
  LANGUAGES.find((language) => language === ctx.state['language']) ?? preferred(ctx)

/** For whoever is spoken to in Chinese whatever the browser asks for. */
export const speakChinese = (ctx: Context): void => {
  ctx.state['language'] = 'zh-CN'
}

/** Says so in the answer; caches on the way keep languages apart. */
export const declareLanguage = (ctx: Context): void => {
  ctx.set('Content-Language', languageOf(ctx))
  ctx.vary('Accept-Language')
}
