/** The beginnings of files of several kinds: enough to tell what they are. */
const after = (start: readonly (number | string)[], bytes = 200): Buffer =>
  Buffer.concat([
    ...start.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from([part]))),
    Buffer.alloc(bytes, 7),
  ])

export const PHOTOS = {
  'image/jpeg': after([0xff, 0xd8, 0xff, 0xe0]),
  'image/png': after([0x89, 'PNG\r\n', 0x1a, '\n']),
  'image/webp': after(['RIFF', 0, 0, 0, 0, 'WEBPVP8 ']),
  'image/heic': after([0, 0, 0, 0x18, 'ftypheic']),
} as const

/** Short enough to be read, whole enough to be told apart and cleaned. */
export const VIDEOS = {
  'video/mp4': after([0, 0, 0, 0x10, 'ftypisom', 0, 0, 0, 0, 0, 0, 0, 208, 'mdat']),
  'video/quicktime': after([0, 0, 0, 0x10, 'ftypqt  ', 0, 0, 0, 0, 0, 0, 0, 208, 'mdat']),
  'video/webm': after([0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84, 'webm', 0xa3, 0x40, 200]),
} as const

export const OTHERS = {
  'a web page': Buffer.from('<!doctype html><script>alert(1)</script>'),
  'a drawing': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  'a program': after([0x7f, 'ELF']),
  'an animation': after(['GIF89a']),
  'another thing in the same container as HEIC': after([0, 0, 0, 0x18, 'ftypM4A ']),
  'a Matroska film': after([0x1a, 0x45, 0xdf, 0xa3, 0x8b, 0x42, 0x82, 0x88, 'matroska']),
  'nothing at all': Buffer.alloc(0),
} as const

/** A multipart body with one file. The declared type does not matter, so it is a wrong one. */
export const upload = (content: Buffer, field = 'file', name = '照片.jpg'): FormData => {
  const form = new FormData()
  form.append(field, new Blob([new Uint8Array(content)], { type: 'text/plain' }), name)
  return form
}
