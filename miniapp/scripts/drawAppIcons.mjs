/**
 * Draws the H5's icons for home screens from `src/h5/icon.svg`. Run by hand after a change of the picture:
 * `node miniapp/scripts/drawAppIcons.mjs` (needs chromium).
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const h5 = fileURLToPath(new URL('../src/h5/', import.meta.url))
const out = path.join(h5, 'icons')
const svg = readFileSync(path.join(h5, 'icon.svg'), 'utf8')
// Phones cut these to a shape of their own: the ground reaches every edge.
const square = svg.replace(' rx="17"', '')
const GROUND = /fill="(#\w+)"/.exec(svg)[1]

const work = mkdtempSync(path.join(tmpdir(), 'app-icons-'))
mkdirSync(out, { recursive: true })

/** @param part how much of the picture's side the drawing takes; the rest is ground. */
const draw = (drawing, size, part, file) => {
  const page = path.join(work, 'icon.html')
  const side = Math.round(size * part)
  const ground = drawing === square ? GROUND : 'transparent'
  const sized = drawing.replace('<svg ', `<svg width="${side}" height="${side}" `)
  writeFileSync(
    page,
    `<body style="margin:0;width:${size}px;height:${size}px;display:flex;align-items:center;justify-content:center;background:${ground}">${sized}`,
  )
  execFileSync(process.env.CHROMIUM ?? 'chromium', [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--default-background-color=00000000',
    `--window-size=${size},${size}`,
    `--screenshot=${path.join(out, file)}`,
    `file://${page}`,
  ])
}

draw(svg, 192, 1, 'icon-192.png')
draw(svg, 512, 1, 'icon-512.png')
// What a maskable icon shows stands within a circle of four fifths of its side.
draw(square, 512, 0.9, 'maskable-512.png')
draw(square, 180, 1, 'apple-touch-icon.png')
rmSync(work, { recursive: true })
