/**
 * Documents of the app that show a city's own words (its name, its promise) before anything is read: whoever comes for
 * the first time sees those of the city that the app begins with. Filled in once, at start.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Middleware } from 'koa'

/** A city's words by the names that documents use (`data-city="promise"`); undefined when there is no such city. */
export type WordsOfCity = (city: string) => Readonly<Record<string, string>> | undefined

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** @returns the document with the words in their places; undefined when it has none. */
export const fillIn = (html: string, wordsOf: WordsOfCity): string | undefined => {
  const words = wordsOf(/<html [^>]*data-first-city="([^"]*)"/.exec(html)?.[1] ?? '')
  if (words === undefined || !html.includes(' data-city="')) return undefined
  return html.replace(
    /( data-city="(\w+)"[^>]*>)[^<]*(?=<)/g,
    (_, opening: string, name: string) => opening + escaped(words[name] ?? ''),
  )
}

interface FilledDocument {
  readonly plain: string
  readonly br: Buffer
  readonly gzip: Buffer
  readonly etag: string
}

const readDocuments = (folder: string, wordsOf: WordsOfCity): Map<string, FilledDocument> =>
  new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.html'))
      .flatMap((file): [string, FilledDocument][] => {
        const plain = fillIn(readFileSync(join(folder, file), 'utf8'), wordsOf)
        if (plain === undefined) return []
        const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
        const address = file === 'index.html' ? '/' : `/${file.slice(0, -'.html'.length)}`
        return [[address, { plain, br: brotliCompressSync(plain), gzip: gzipSync(plain), etag }]]
      }),
  )

/** @param folder the built H5. */
export const serveFirstWords = (folder: string, wordsOf: WordsOfCity): Middleware => {
  const documents = readDocuments(folder, wordsOf)
  return async (ctx, next) => {
    const found = ctx.method === 'GET' || ctx.method === 'HEAD' ? documents.get(ctx.path) : undefined
    if (found === undefined) {
      await next()
      return
    }
    ctx.type = 'text/html; charset=utf-8'
    ctx.set('Cache-Control', 'no-cache')
    ctx.vary('Accept-Encoding')
    ctx.status = 200
    const encoding = ctx.acceptsEncodings('br', 'gzip', 'identity')
    ctx.etag = encoding === 'br' ? found.etag : `${found.etag.slice(0, -1)}-${String(encoding)}"`
    if (ctx.fresh) {
      ctx.status = 304
      return
    }
    if (encoding === 'br' || encoding === 'gzip') ctx.set('Content-Encoding', encoding)
    ctx.body = encoding === 'br' ? found.br : encoding === 'gzip' ? found.gzip : found.plain
  }
}
