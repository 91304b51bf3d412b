/**
 * Draws the picture of the mini-program's share cards (500 × 400 PNG, WeChat's 5:4): the same for every page, so that
 * no piece of somebody's screen is sent along.
 * Run by hand after a change: `node miniapp/scripts/drawShareCard.mjs` (needs chromium).
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const at = (file) => fileURLToPath(new URL(file, import.meta.url))
const icon = readFileSync(at('../src/h5/icon.svg'), 'utf8')
const work = mkdtempSync(path.join(tmpdir(), 'share-card-'))
const page = path.join(work, 'card.html')
writeFileSync(
  page,
  `<meta charset="utf-8"><style>
  body{margin:0;width:500px;height:400px;display:flex;flex-direction:column;align-items:center;justify-content:center;
  background:#eaf2fd;color:#1b1f24;font-family:'Noto Sans CJK SC',sans-serif}
  svg{width:112px;height:112px} b{margin-top:24px;font-size:60px;line-height:1.2;letter-spacing:4px;color:#1558b8}
  span{margin-top:6px;font-size:28px;color:#56606b}
  </style>${icon}<b>12345</b><span>接诉 · 件件有回音</span>`,
)
execFileSync(process.env.CHROMIUM ?? 'chromium', [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  '--window-size=500,400',
  `--screenshot=${at('../src/design/share.png')}`,
  `file://${page}`,
])
rmSync(work, { recursive: true })
