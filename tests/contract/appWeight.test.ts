/** What the built app weighs (`support/budgets.ts`), and that each page brings its own code and no other's. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pages from '../../miniapp/src/pages.json'
import { DOCUMENT_BYTES, FIRST_LOAD_BYTES, MAIN_PACKAGE_BYTES } from '../support/budgets'

const dist = join(__dirname, '../../miniapp/dist')
const h5 = join(dist, 'h5')
const weapp = join(dist, 'weapp')
const filesOf = JSON.parse(readFileSync(join(dist, 'h5-pages.json'), 'utf8')) as Record<string, string[]>

type Page = keyof typeof pages
const names = Object.keys(pages) as Page[]
const isDesk = (name: Page) => pages[name].web.startsWith('/desk')
const citizens = names.filter((name) => !isDesk(name))

const documentOf = (name: Page) => {
  const { web } = pages[name]
  return join(h5, web === '/' ? 'index.html' : `${web.slice(1)}.html`)
}
const scriptsOf = (name: Page) => filesOf[name]!.filter((file) => file.endsWith('.js'))
const packed = (file: string) => statSync(`${file}.br`).size

test.each(citizens)('the first load of %s keeps its budget of JavaScript', (name) => {
  const bytes = scriptsOf(name).reduce((sum, file) => sum + packed(join(h5, file)), 0)
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(FIRST_LOAD_BYTES)
})

test.each(citizens)('the document of %s fits into the first round trip', (name) => {
  expect(packed(documentOf(name))).toBeLessThanOrEqual(DOCUMENT_BYTES)
})

test.each(names)('the document of %s names all its code and brings all its styles', (name) => {
  const html = readFileSync(documentOf(name), 'utf8')
  for (const file of filesOf[name]!)
    expect(html).toContain(file.endsWith('.js') ? `/${file}` : `<style data-href="${file}">`)
})

test('the workbench stays in chunks of its own', () => {
  const ofCitizens = new Set(citizens.flatMap((name) => filesOf[name]!))
  const ofDesk = names
    .filter(isDesk)
    .flatMap((name) => filesOf[name]!.filter((file) => !ofCitizens.has(file)))
  expect(ofDesk.length).toBeGreaterThan(0)
  const read = (file: string) => readFileSync(join(h5, file), 'utf8')
  // Words that only the workbench says.
  for (const word of ['规则试算', '退单审核', '红黄蓝榜']) {
    const saying = [...ofCitizens].filter((file) => !/(^|\/)app\./.test(file) && read(file).includes(word))
    expect([word, saying]).toEqual([word, []])
  }
})

const weigh = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

test('the main package of the mini-program keeps its budget', () => {
  const { subPackages } = JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8')) as {
    subPackages: { root: string }[]
  }
  const beside = subPackages.map(({ root }) => join(weapp, root))
  expect(beside.every((folder) => existsSync(folder))).toBe(true)
  const bytes = weigh(weapp) - beside.reduce((sum, folder) => sum + weigh(folder), 0)
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(MAIN_PACKAGE_BYTES)
})

test('the manifest names icons and pages that exist', () => {
  const manifest = JSON.parse(readFileSync(join(h5, 'manifest.webmanifest'), 'utf8')) as {
    start_url: string
    display: string
    icons: { src: string; sizes: string; purpose?: string }[]
    shortcuts: { url: string }[]
  }
  const webs = names.map((name) => pages[name].web)
  expect(manifest.display).toBe('standalone')
  expect(
    [manifest.start_url, ...manifest.shortcuts.map(({ url }) => url)].every((url) => webs.includes(url)),
  ).toBe(true)
  for (const { src } of manifest.icons) expect(existsSync(join(h5, src))).toBe(true)
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose ?? 'any'}`)).toEqual(
    expect.arrayContaining(['192x192 any', '512x512 any', '512x512 maskable']),
  )
  // A PNG says its size in bytes 16 to 23.
  for (const { src, sizes } of manifest.icons.filter((icon) => icon.src.endsWith('.png'))) {
    const bytes = readFileSync(join(h5, src))
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
  }
})
