import encode from 'qr'

/** The dark modules of a QR code, row by row, without a quiet zone. Error correction: a quarter may be damaged. */
export const qrModules = (text: string): boolean[][] =>
  encode(text, 'raw', { ecc: 'quartile', border: 1 })
    .slice(1, -1)
    .map((row) => row.slice(1, -1))

/** The same as an SVG that can stand in a style; with the quiet zone that readers need. */
export const qrImage = (text: string): string => {
  const rows = qrModules(text)
  const side = rows.length + 8
  const path = rows
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : '')))
    .join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path d="${path}"/></svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}
