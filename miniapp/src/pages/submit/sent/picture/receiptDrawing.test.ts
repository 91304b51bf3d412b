import type { OrderView } from '@jiesu/shared-types'
import { decodeQR } from 'qr/decode.js'
import type { Receipt } from '../../../../outbox/receipts'
import type { DrawCommand, Measure } from './drawing'
import { paintOn, type Pen } from './paint'
import { pictureContent } from './pictureContent'
import { receiptDrawing } from './receiptDrawing'

const measure: Measure = (text, { size }) =>
  [...text].reduce((width, letter) => width + (letter.charCodeAt(0) > 0x2e80 ? size : size * 0.56), 0)

const LINK = 'https://portal.example/lookup?number=2611217130589164'
const PERSONAL = {
  text: '门口漏水',
  excerpt: '门口漏水',
  place: { words: '芝罘区 示范路 1 号', district: '370602', detail: '示范路 1 号' },
  contact: { name: '王**', phone: '138****0000' },
}
const receipt = (patch: Partial<OrderView> = {}): Receipt => ({
  queryCode: '482913',
  changedSince: false,
  from: 'draft',
  at: 0,
  order: {
    number: '2611217130589164',
    cityName: '烟台',
    status: 'dispatched',
    submittedAt: '2026-11-21T10:02:00+08:00',
    unitName: '示范市水务投资建设发展集团有限公司客户服务中心',
    milestones: [
      { name: '办理完毕并答复', dueWords: '11月27日（周五）24:00', limit: '5 个工作日', state: 'running' },
    ],
    ...PERSONAL,
    ...patch,
  } as unknown as OrderView,
})
const drawn = (patch?: Partial<OrderView>) => receiptDrawing(pictureContent(receipt(patch), LINK), measure)
type Text = DrawCommand & { kind: 'text' }
const textsOf = (commands: readonly DrawCommand[]) =>
  commands.filter((command): command is Text => command.kind === 'text')

test('number, code, unit, promise and next steps are all there', () => {
  const said = textsOf(drawn().commands).map(({ text }) => text)
  for (const group of ['2611', '2171', '3058', '9164']) expect(said).toContain(group)
  expect(said.filter((text) => /^\d$/.test(text)).join('')).toBe('482913' + '123')
  const all = said.join('')
  for (const words of ['烟台', '客户服务中心', '办理完毕并答复', '11月27日（周五）24:00', '可以要求重办'])
    expect(all).toContain(words)
})

test('nothing of the person, the place or what was written is on it', () => {
  const all = textsOf(drawn().commands)
    .map(({ text }) => text)
    .join('')
  for (const secret of ['王', '138', '示范路', '漏水']) expect(all).not.toContain(secret)
})

test.each<[string, Partial<OrderView>]>([
  ['with a long name', {}],
  ['not dispatched yet', { unitName: undefined, milestones: [], status: 'submitted' }],
  [
    'with many promises',
    { milestones: Array(4).fill(receipt().order.milestones[0]) as OrderView['milestones'] },
  ],
])('every text stays inside the picture and none covers another: %s', (_, patch) => {
  const { width, height, commands } = drawn(patch)
  const boxes = textsOf(commands).map(({ text, x, y, font, align }) => {
    const wide = measure(text, font)
    const left = align === 'center' ? x - wide / 2 : x
    return { text, left, right: left + wide, top: y - font.size, bottom: y + 2 }
  })
  for (const box of boxes) {
    expect(box.left).toBeGreaterThanOrEqual(16)
    expect(box.right).toBeLessThanOrEqual(width - 16)
    expect(box.bottom).toBeLessThanOrEqual(height)
  }
  const covering = boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 3 && b.top < a.bottom - 3)
      .map((b) => `${a.text} / ${b.text}`),
  )
  expect(covering).toEqual([])
})

/** A canvas of which only filled squares count, as a photograph of the picture. */
const photograph = (patch?: Partial<OrderView>) => {
  let scale = 1
  const dark: [x: number, y: number, width: number, height: number][] = []
  const nothing = () => undefined
  const pen: Pick<Pen, 'fillStyle'> & Record<string, unknown> = {
    fillStyle: '',
    scale: (x: number) => void (scale = x),
    measureText: (text: string) => ({ width: measure(text, { size: 14, bold: false }) }),
    fillRect: (x: number, y: number, width: number, height: number) => {
      if (pen.fillStyle === '#000000') dark.push([x, y, width, height])
    },
    ...Object.fromEntries(
      [
        'beginPath',
        'closePath',
        'moveTo',
        'lineTo',
        'arc',
        'arcTo',
        'fill',
        'stroke',
        'fillText',
        'setLineDash',
      ].map((name) => [name, nothing]),
    ),
  }
  const canvas = { width: 0, height: 0, getContext: () => pen as unknown as Pen }
  paintOn(canvas, (width) => receiptDrawing(pictureContent(receipt(patch), LINK), width))
  const data = new Uint8ClampedArray(canvas.width * canvas.height * 4).fill(255)
  for (const [x, y, width, height] of dark)
    for (let row = Math.round(y * scale); row < Math.round((y + height) * scale); row++)
      for (let column = Math.round(x * scale); column < Math.round((x + width) * scale); column++)
        data.set([0, 0, 0, 255], (row * canvas.width + column) * 4)
  return { width: canvas.width, height: canvas.height, data }
}

test('the code on the picture leads to the order, and says nothing of the query code', () => {
  const picture = photograph()
  expect(picture.width).toBe(1125)
  expect(decodeQR(picture)).toBe(LINK)
})

test('a device that cannot draw says so', () => {
  expect(paintOn({ width: 0, height: 0, getContext: () => null }, () => drawn())).toBe(false)
})
