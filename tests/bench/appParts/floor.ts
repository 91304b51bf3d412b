/** The floor: a page that is one React form and nothing else, as light as React 18 allows, served with brotli. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { listen } from '../../../mock/support/listen'

const HTML = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>提诉求</title>
<meta name="description" content="一张表单"><link rel="icon" href="data:,">
<style>body{margin:0;padding:16px;font:16px/1.5 sans-serif}label,textarea,input{display:block;width:100%}button{min-height:48px}</style>
<script defer src="/page.js"></script></head><body><div id="app"></div></body></html>`

const FORM = `const h=React.createElement
function Form(){const[text,setText]=React.useState('');const[place,setPlace]=React.useState('')
return h('main',null,h('h1',null,'提诉求'),h('form',null,
h('label',{htmlFor:'text'},'发生了什么'),h('textarea',{id:'text',rows:6,value:text,onChange:e=>setText(e.target.value)}),
h('label',{htmlFor:'place'},'在哪里'),h('input',{id:'place',value:place,onChange:e=>setPlace(e.target.value)}),
h('p',null,'写清楚时间、地点和经过，承办单位能更快找到问题。'),h('button',{type:'submit'},'提交')))}
ReactDOM.createRoot(document.getElementById('app')).render(h(Form))`

/** React as it is shipped for a page without a bundler: nothing of it can be shaken off by one either. */
const script = (): string => {
  const find = createRequire(join(__dirname, '../../../miniapp/package.json'))
  const umd = (name: string) =>
    readFileSync(
      join(dirname(find.resolve(`${name}/package.json`)), 'umd', `${name}.production.min.js`),
      'utf8',
    )
  return [umd('react'), umd('react-dom'), `{${FORM}}`].join('\n')
}

export interface Floor {
  readonly url: string
  /** The page's JavaScript over the wire, in bytes. */
  readonly javascript: number
  stop(): Promise<void>
}

export const startFloor = async (): Promise<Floor> => {
  const files = {
    '/': { type: 'text/html; charset=utf-8', bytes: brotliCompressSync(HTML) },
    '/page.js': { type: 'text/javascript; charset=utf-8', bytes: brotliCompressSync(script()) },
  }
  const { url, stop } = await listen((request, response) => {
    const file = files[request.url as keyof typeof files] as (typeof files)['/'] | undefined
    if (file === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'Content-Type': file.type, 'Content-Encoding': 'br' }).end(file.bytes)
  })
  return { url: `${url}/`, javascript: files['/page.js'].bytes.length, stop }
}
