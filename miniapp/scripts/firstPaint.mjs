/**
 * Second half of the H5 build: a document of its own for every page, at the address of the page. It brings the page's
 * styles and names all its code, so that nothing is found out one after the other, and what the page shows before it
 * has read anything, so that there is something to see before the code has come.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
// The one that Taro's build brings along.
const { JSDOM, VirtualConsole } = createRequire(require.resolve('@tarojs/webpack5-runner'))('jsdom')

const app = fileURLToPath(new URL('..', import.meta.url))
const dist = path.join(app, 'dist/h5')
const pages = JSON.parse(readFileSync(path.join(app, 'src/pages.json'), 'utf8'))
const filesOf = JSON.parse(readFileSync(path.join(app, 'dist/h5-pages.json'), 'utf8'))
const read = (file) => readFileSync(path.join(dist, file), 'utf8')
if (read('index.html').includes('data-href='))
  throw new Error('these documents are made already: build anew first')

/** Pages whose first picture says nothing of what a device knows or an address asks for. */
const PICTURED = ['home', 'submit', 'progress', 'knowledge', 'hotlines', 'me', 'signIn', 'cities']
const LONGEST_MS = 20_000

const template = read('index.html')
  .replace(/<script [^>]*src=[^>]*><\/script>/g, '')
  .replace(/<link [^>]*rel="stylesheet"[^>]*>/g, '')

/** Whatever city the app asks for first: one that has no words of its own. */
const sampleCity = readFileSync(path.join(app, 'src/h5/sampleCity.json'), 'utf8')
const cityAddress = /^\/api\/v1\/cities\/([\w-]+)$/

/** Until the page is drawn and draws nothing more. @throws when that never comes */
const settled = async (name, look) => {
  const until = Date.now() + LONGEST_MS
  let calm = 0
  for (let before; calm < 4;) {
    if (Date.now() > until) throw new Error(`${name} is not drawn`)
    await pause(10)
    const now = look()
    calm = now !== undefined && now === before ? calm + 1 : 0
    before = now
  }
}

/** Runs the page's code in a browser of sorts whose portal answers nothing but the sample city. */
const draw = async (name) => {
  const asked = []
  const { window } = new JSDOM(template, {
    url: `http://portal.test${pages[name].web}`,
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(),
    beforeParse(given) {
      given.fetch = (url, { method = 'GET' } = {}) => {
        if (method === 'GET') asked.push(String(url))
        return new Promise(() => {})
      }
      given.earlyAnswers = new Proxy(
        {},
        {
          get: (_, url) => {
            const [, city] = cityAddress.exec(url) ?? []
            if (city === undefined) return undefined
            asked.push(url)
            return Promise.resolve({ status: 200, text: sampleCity.replace('"sample"', `"${city}"`) })
          },
        },
      )
      given.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {} })
      given.scrollTo = () => {}
      Object.defineProperty(given.navigator, 'language', { value: 'zh-CN' })
    },
  })
  // Styles need not be fetched to know what is drawn.
  for (const file of filesOf[name].filter((one) => one.endsWith('.css'))) {
    const style = window.document.createElement('style')
    style.setAttribute('data-href', file)
    window.document.head.append(style)
  }
  for (const file of inOrder(filesOf[name])) window.eval(read(file))
  const page = () => window.document.querySelector('#app .frame')?.parentElement
  await settled(name, () => page()?.innerHTML)
  for (const element of page().querySelectorAll('*'))
    for (const attribute of [
      'id',
      'for',
      'aria-describedby',
      'aria-labelledby',
      'aria-controls',
      'autofocus',
    ])
      element.removeAttribute(attribute)
  const drawn = { picture: page().innerHTML, title: window.document.title, asked: [...new Set(asked)] }
  window.close()
  return drawn
}

/** The entry runs last: by then the page's code is there. */
const inOrder = (files) => {
  const scripts = files.filter((file) => file.endsWith('.js'))
  const isEntry = (file) => /(^|\/)app\.[0-9a-f]+\.js$/.test(file)
  return [...scripts.filter((file) => !isEntry(file)), ...scripts.filter(isEntry)]
}

// The page itself stays out of sight until the picture has gone, so that nobody sees it grow.
const GROUND = [
  '#first-paint{position:fixed;inset:0;overflow-x:hidden;overflow-y:scroll;background:var(--page)}',
  'html:not(.first-picture) #first-paint{display:none}',
  '.first-picture #app{visibility:hidden}',
].join('')

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;')

const documentFor = ({ files, picture = '', title = ours, asks }) => {
  const styles = files
    .filter((file) => file.endsWith('.css'))
    .map((file) => `<style data-href="${file}">${read(file)}</style>`)
  const code = inOrder(files).map((file) => `/${file}`)
  const pictured = picture !== ''
  if (pictured) styles.push(`<style>${GROUND}</style>`)
  const root = `data-first-city="${firstCity}" data-asks="${escaped(asks.join(' '))}"${pictured ? ` data-code="${code.join(' ')}" class="first-picture"` : ''}`
  const atOnce = code.map((src) => `<script defer src="${src}"></script>`).join('')
  const seenFirst = `<div id="first-paint" inert aria-hidden="true">${picture}</div>`
  return template
    .replace('<html ', () => `<html ${root} `)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title}</title>`)
    .replace(
      '</head>',
      () => `<script>${beforeCode}</script>${pictured ? '' : atOnce}${styles.join('')}</head>`,
    )
    .replace('<div id="app"></div>', () => `${pictured ? seenFirst : ''}<div id="app"></div>`)
    .replace('</body>', () => `${pictured ? `<script>${afterPicture}</script>` : ''}</body>`)
}

const write = (web, html) => {
  const file = path.join(dist, web === '/' ? 'index.html' : `${web.slice(1)}.html`)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, html)
}

const ours = template.match(/<title>([^<]*)<\/title>/)[1]
const drawn = {}
for (const name of PICTURED) drawn[name] = await draw(name)

const firstCity = drawn.home.asked.map((url) => cityAddress.exec(url)?.[1]).find((city) => city !== undefined)
if (firstCity === undefined) throw new Error('the first page did not ask for its city')
const inline = (file) =>
  readFileSync(path.join(app, 'src/h5', file), 'utf8')
    .replace(/^\s*\/\/.*\n/gm, '')
    .replace(/\n\s*/g, '\n')
const beforeCode = inline('beforeCode.js')
const afterPicture = inline('afterPicture.js')

/** With the city left open: another may have been chosen on the device. */
const asksOf = (name) => {
  const asked = (drawn[name]?.asked ?? [`/api/v1/cities/${firstCity}`]).filter((url) =>
    url.startsWith('/api/v1/'),
  )
  const patterns = asked.map((url) => url.replace(new RegExp(`\\b${firstCity}\\b`), '{city}'))
  return pages[name].web.startsWith('/desk') ? [] : patterns
}

for (const [name, { web }] of Object.entries(pages))
  write(web, documentFor({ files: filesOf[name], ...drawn[name], asks: asksOf(name) }))
// Any other address: the app itself knows what to say there.
const entry = filesOf.home.filter((file) => Object.values(filesOf).every((files) => files.includes(file)))
write('/app', documentFor({ files: entry, asks: [] }))
