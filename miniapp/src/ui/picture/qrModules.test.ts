import { decodeQR } from 'qr/decode.js'
import { qrImage } from './qrModules'

const LINK = 'https://portal.example/lookup?number=2611217130589164'

test('the image shows the link, with the quiet zone that readers need', () => {
  const svg = decodeURIComponent(/,(.*)"\)$/.exec(qrImage(LINK))?.[1] ?? '')
  const side = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const scale = 4
  const data = new Uint8ClampedArray(side * side * scale * scale * 4).fill(255)
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let row = 0; row < scale; row++)
      for (let column = 0; column < Number(length) * scale; column++) {
        const at = (Number(y) * scale + row) * side * scale + Number(x) * scale + column
        data.set([0, 0, 0, 255], at * 4)
      }
  expect(decodeQR({ width: side * scale, height: side * scale, data })).toBe(LINK)
})
