import encode from 'qr'

/** Links are ASCII; WeChat has no TextEncoder. */
const bytesOf = (link: string): Uint8Array => Uint8Array.from(link, (letter) => letter.charCodeAt(0))

/**
 * The dark modules of the QR code of a link, row by row, without a quiet zone. Error correction: a quarter may be
 * damaged.
 */
export const qrModules = (link: string): boolean[][] =>
  encode(link, 'raw', { ecc: 'quartile', border: 1, textEncoder: bytesOf })
    .slice(1, -1)
    .map((row) => row.slice(1, -1))

/** Where dark modules stand in a row: from which on, and how many. */
const runsOf = (row: readonly boolean[]): [from: number, length: number][] =>
  [
    ...row
      .map((dark) => (dark ? '#' : ' '))
      .join('')
      .matchAll(/#+/g),
  ].map(({ index, 0: run }) => [index, run.length])

/** The same as an SVG that can stand in a style; with the quiet zone that readers need. */
export const qrImage = (link: string): string => {
  const rows = qrModules(link)
  const side = rows.length + 8
  const path = rows
    .flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x + 4} ${y + 4}h${length}v1h-${length}z`))
    .join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path d="${path}"/></svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}
