/** /openapi.json, the browsable documentation at /docs, and the table of problems. All served from here, no CDN. */
import type Router from '@koa/router'
import { ENDPOINTS, openApiDocument } from '@jiesu/shared-types'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { absolutePath } from 'swagger-ui-dist'
import { version } from '../../../package.json'
import { PROBLEM_TABLE, statusOf } from '../problems'
import type { Refusal } from '@jiesu/shared-types'

export const makeOpenApi = () =>
  openApiDocument(ENDPOINTS, { version, statusOf: (refusal) => statusOf(refusal as Refusal) })

const PAGE = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>接诉 12345 接口文档</title><link rel="stylesheet" href="/docs/assets/swagger-ui.css"></head>
<body><div id="docs"></div><script src="/docs/assets/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>`

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#docs', deepLinking: true, docExpansion: 'list' })`

const ASSETS: ReadonlyMap<string, string> = new Map([
  ['swagger-ui.css', 'text/css'],
  ['swagger-ui-bundle.js', 'text/javascript'],
])

const problemsPage = (): string => {
  const rows = PROBLEM_TABLE.map(
    (p) =>
      `<tr id="${p.code}"><td><code>${p.code}</code></td><td>${p.status}</td><td>${p.title}</td><td>${p.detail}</td></tr>`,
  ).join('')
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>错误代码</title>
<style>body{font-family:system-ui,sans-serif;margin:2rem;line-height:1.6}table{border-collapse:collapse}td{border-bottom:1px solid #ddd;padding:.4rem .8rem;vertical-align:top}</style></head>
<body><h1>错误代码</h1><p>错误一律为 application/problem+json（RFC 9457）。程序请认 code，文字给人看。</p><table>${rows}</table></body></html>`
}

export const documentationRoutes = (router: Router): void => {
  const document = makeOpenApi()
  router.get('/openapi.json', (ctx) => {
    ctx.body = document
  })
  router.get('/docs', (ctx) => {
    ctx.type = 'html'
    ctx.body = PAGE
  })
  router.get('/docs/start.js', (ctx) => {
    ctx.type = 'text/javascript'
    ctx.body = START
  })
  router.get('/docs/problems', (ctx) => {
    ctx.type = 'html'
    ctx.body = problemsPage()
  })
  router.get('/docs/assets/:name', async (ctx, next) => {
    const name = ctx.params['name'] ?? ''
    const type = ASSETS.get(name)
    if (type === undefined) {
      await next()
      return
    }
    ctx.type = type
    ctx.set('Cache-Control', 'public, max-age=86400')
    ctx.body = createReadStream(join(absolutePath(), name))
  })
}
