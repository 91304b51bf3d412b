/**
 * The icons come as base64, which hides from compression what they have in common: as percent-encoded text the same
 * pictures weigh a third less on the wire.
 */
module.exports = function iconsLoader(source) {
  return source.replace(/data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)/g, (_, base64) => {
    const svg = Buffer.from(base64, 'base64').toString('utf8')
    return `data:image/svg+xml,${encodeURIComponent(svg).replace(/'/g, '%27')}`
  })
}
