/**
 * Draws the mini-program's tab icons (81 × 81 PNG, WeChat's size) from the icon set that the app uses.
 * Run by hand after a change of icons or colours: `node miniapp/scripts/drawTabIcons.mjs` (needs chromium).
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const icons = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@nutui/icons-react-taro/package.json')),
  'dist/es/icons',
)
const out = fileURLToPath(new URL('../src/design/tabs/', import.meta.url))
// Readable on the light and on the dark tab bar alike.
const RESTING = '#7A848F'
const CHOSEN = '#3B82DC'
const TABS = { home: 'Home', progress: 'Feedback', knowledge: 'Ask', me: 'User' }

const svgOf = (icon) => readFileSync(path.join(icons, `${icon}.js`), 'utf8').match(/svg64: "([^"]+)"/)[1]
const work = mkdtempSync(path.join(tmpdir(), 'tab-icons-'))

const draw = (icon, colour, file) => {
  const mask = `mask:url('${svgOf(icon)}') center/100% no-repeat;-webkit-mask:url('${svgOf(icon)}') center/100% no-repeat`
  const page = path.join(work, 'icon.html')
  writeFileSync(
    page,
    `<body style="margin:0"><div style="margin:9px;width:63px;height:63px;background:${colour};${mask}"></div>`,
  )
  execFileSync(process.env.CHROMIUM ?? 'chromium', [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--default-background-color=00000000',
    '--window-size=81,81',
    `--screenshot=${path.join(out, file)}`,
    `file://${page}`,
  ])
}

for (const [tab, icon] of Object.entries(TABS)) {
  draw(icon, RESTING, `${tab}.png`)
  draw(`${icon}F`, CHOSEN, `${tab}-on.png`)
}
rmSync(work, { recursive: true })
