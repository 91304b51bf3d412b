/** The names of the files in a ZIP archive (PKWARE APPNOTE 4.3), from its directory; nothing is unpacked. */
const END = Buffer.from('PK\x05\x06', 'latin1')
const ENTRY = 'PK\x01\x02'
const END_BYTES = 22
const ENTRY_BYTES = 46

/** Nothing where there is no directory that can be read. */
export const namesInZip = (bytes: Buffer): string[] => {
  const end = bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04' ? bytes.lastIndexOf(END) : -1
  if (end < 0 || end + END_BYTES > bytes.length) return []
  const names: string[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + ENTRY_BYTES > end || bytes.toString('latin1', at, at + 4) !== ENTRY) return []
    const length = bytes.readUInt16LE(at + 28)
    names.push(bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + length))
    at += ENTRY_BYTES + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return names
}
