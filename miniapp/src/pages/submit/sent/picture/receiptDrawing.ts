import type { Drawing, DrawCommand, Font, Measure } from './drawing'
import { wrapLines } from './wrapLines'

/** What stands on the saved picture, in words that are ready to be drawn. */
export interface PictureContent {
  issuer: string
  title: string
  receivedAt: string
  numberLabel: string
  /** In groups of four. */
  number: string
  codeLabel: string
  code: string
  keep: string
  whoLabel: string
  unit: string | undefined
  promises: readonly { name: string; by: string }[]
  nextLabel: string
  steps: readonly string[]
  scanTitle: string
  scanHow: string
  address: string
  modules: readonly (readonly boolean[])[]
  footer: string
}

/** The light palette of `tokens.scss`: a picture in an album does not change with the phone's theme. */
const INK = '#1b1f24'
const MUTED = '#56606b'
const PRIMARY = '#1558b8'
const TINT = '#eaf2fd'
const LINE = '#c4ccd6'
const GROUND = '#eef2f8'
const WHITE = '#ffffff'
const PALE = '#d6e4f8'

const WIDTH = 375
const CARD = 16
const LEFT = 36
const INNER = WIDTH - 2 * LEFT
const BAND = 150
const QR = 108

const regular = (size: number): Font => ({ size, bold: false })
const bold = (size: number): Font => ({ size, bold: true })

/** Puts one thing below the other; everything is placed by where the last one ended. */
const makeSheet = (measure: Measure) => {
  const commands: DrawCommand[] = []
  let y = 0
  const sheet = {
    commands,
    get y() {
      return y
    },
    skip: (distance: number) => {
      y += distance
    },
    /** One line whose base line is so far below the end of the last thing. */
    line: (text: string, font: Font, colour: string, x: number, drop = font.size * 1.5) => {
      y += drop
      commands.push({ kind: 'text', text, x, y, font, colour, align: 'left' })
    },
    paragraph: (text: string, font: Font, colour: string, x: number, width: number) => {
      for (const line of wrapLines(text, width, font, measure)) sheet.line(line, font, colour, x)
    },
    /** Where the slip could be torn: dashes between two notches. */
    tear: () => {
      y += 22
      commands.push({ kind: 'dashes', x: LEFT, y, width: INNER, colour: LINE })
      for (const x of [CARD, WIDTH - CARD]) commands.push({ kind: 'disc', x, y, radius: 9, fill: GROUND })
      y += 6
    },
  }
  return sheet
}
type Sheet = ReturnType<typeof makeSheet>

const head = (sheet: Sheet, content: PictureContent): void => {
  const { commands } = sheet
  sheet.skip(16)
  sheet.line(content.issuer, regular(14), PALE, LEFT)
  commands.push({ kind: 'disc', x: LEFT + 14, y: sheet.y + 36, radius: 14, fill: WHITE })
  commands.push({ kind: 'tick', x: LEFT + 14, y: sheet.y + 36, size: 12, colour: PRIMARY })
  sheet.line(content.title, bold(24), WHITE, LEFT + 38, 45)
  sheet.line(content.receivedAt, regular(14), PALE, LEFT + 38, 26)
  sheet.skip(34)
}

const numberAndCode = (sheet: Sheet, content: PictureContent): void => {
  const { commands } = sheet
  sheet.line(content.numberLabel, regular(14), MUTED, LEFT)
  const groups = content.number.split(' ')
  sheet.skip(34)
  groups.forEach((text, at) => {
    const x = LEFT + (at * INNER) / groups.length
    commands.push({ kind: 'text', text, x, y: sheet.y, font: bold(26), colour: INK, align: 'left' })
  })
  sheet.skip(12)
  sheet.line(content.codeLabel, regular(14), MUTED, LEFT)
  sheet.skip(10)
  ;[...content.code].forEach((digit, at) => {
    const x = LEFT + at * 44
    commands.push({ kind: 'box', x, y: sheet.y, width: 36, height: 44, radius: 8, fill: TINT })
    const middle = { x: x + 18, y: sheet.y + 31 }
    commands.push({ kind: 'text', text: digit, ...middle, font: bold(26), colour: PRIMARY, align: 'center' })
  })
  sheet.skip(48)
  sheet.paragraph(content.keep, regular(13), MUTED, LEFT, INNER)
}

const promises = (sheet: Sheet, content: PictureContent): void => {
  if (content.unit === undefined && content.promises.length === 0) return
  sheet.tear()
  sheet.line(content.whoLabel, regular(14), MUTED, LEFT)
  if (content.unit !== undefined) {
    sheet.skip(4)
    sheet.paragraph(content.unit, bold(18), INK, LEFT, INNER)
  }
  for (const { name, by } of content.promises) {
    sheet.skip(6)
    sheet.paragraph(name, regular(14), INK, LEFT, INNER)
    sheet.paragraph(by, bold(15), PRIMARY, LEFT, INNER)
  }
}

const steps = (sheet: Sheet, content: PictureContent): void => {
  sheet.tear()
  sheet.line(content.nextLabel, regular(14), MUTED, LEFT)
  content.steps.forEach((step, at) => {
    sheet.skip(7)
    const y = sheet.y + 16
    sheet.commands.push({ kind: 'disc', x: LEFT + 10, y, radius: 10, fill: TINT })
    const number = { kind: 'text', text: String(at + 1), x: LEFT + 10, y: y + 4.5, align: 'center' } as const
    sheet.commands.push({ ...number, font: bold(13), colour: PRIMARY })
    sheet.paragraph(step, regular(14), INK, LEFT + 30, INNER - 30)
  })
}

const scan = (sheet: Sheet, content: PictureContent): void => {
  sheet.tear()
  const { modules, commands } = { modules: content.modules, commands: sheet.commands }
  const top = sheet.y + 14
  // Whole pixels at every scale, so that no module is blurred.
  const module = Math.floor((QR * 3) / modules.length) / 3
  commands.push({ kind: 'modules', rows: modules, x: LEFT, y: top, module })
  const side = module * modules.length
  const x = LEFT + side + 18
  sheet.skip(14)
  sheet.line(content.scanTitle, bold(16), INK, x, 18)
  sheet.skip(2)
  sheet.paragraph(content.scanHow, regular(13), MUTED, x, WIDTH - LEFT - x)
  sheet.skip(2)
  sheet.paragraph(content.address, regular(11), MUTED, x, WIDTH - LEFT - x)
  sheet.skip(Math.max(0, top + side - sheet.y))
}

/**
 * The receipt as a picture for the phone's album: a slip with what it takes to follow the order. `measure` tells how
 * wide the device draws a text. Nobody's name, phone number, place or words are on it.
 */
export const receiptDrawing = (content: PictureContent, measure: Measure): Drawing => {
  const sheet = makeSheet(measure)
  head(sheet, content)
  const cardTop = BAND - 14
  sheet.skip(cardTop + 14 - sheet.y)
  numberAndCode(sheet, content)
  promises(sheet, content)
  steps(sheet, content)
  scan(sheet, content)
  sheet.skip(22)
  const cardEnd = sheet.y
  const footer = {
    kind: 'text',
    text: content.footer,
    x: WIDTH / 2,
    y: cardEnd + 30,
    align: 'center',
  } as const
  const height = cardEnd + 50
  const card = { x: CARD, y: cardTop, width: WIDTH - 2 * CARD, height: cardEnd - cardTop }
  return {
    width: WIDTH,
    height,
    commands: [
      { kind: 'box', x: 0, y: 0, width: WIDTH, height, radius: 0, fill: GROUND },
      { kind: 'box', x: 0, y: 0, width: WIDTH, height: BAND + 40, radius: 0, fill: PRIMARY },
      { kind: 'box', ...card, radius: 14, fill: WHITE },
      ...sheet.commands,
      { ...footer, font: regular(13), colour: MUTED },
    ],
  }
}
