/** Small files of the kinds that entries may have, and some that they may not. */
import { crc32 } from 'node:zlib'

const number = (bytes: 2 | 4, value: number): Buffer => {
  const written = Buffer.alloc(bytes)
  written.writeUIntLE(value, 0, bytes)
  return written
}

/** A ZIP archive of files that are not compressed. */
export const zipOf = (files: Record<string, string>): Buffer => {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path)
    const body = Buffer.from(content)
    const facts = Buffer.concat([
      number(2, 20),
      number(2, 0x800),
      number(2, 0),
      number(4, 0),
      number(4, crc32(body)),
      number(4, body.length),
      number(4, body.length),
      number(2, name.length),
      number(2, 0),
    ])
    const entry = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, name, body])
    const rest = Buffer.concat([number(2, 0), number(2, 0), number(2, 0), number(4, 0), number(4, at)])
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), number(2, 20), facts, rest, name)
    bodies.push(entry)
    at += entry.length
  }
  const listed = Buffer.concat(directory)
  const count = Object.keys(files).length
  const end = [number(4, 0), number(2, count), number(2, count), number(4, listed.length), number(4, at)]
  return Buffer.concat([...bodies, listed, Buffer.from('PK\x05\x06', 'latin1'), ...end, number(2, 0)])
}

const types = { '[Content_Types].xml': '<Types/>' }
export const wordFile = (more: Record<string, string> = {}): Buffer =>
  zipOf({ ...types, 'word/document.xml': '<document/>', ...more })
export const excelFile = (more: Record<string, string> = {}): Buffer =>
  zipOf({ ...types, 'xl/workbook.xml': '<workbook/>', ...more })

/** A PDF with one empty page; `more` stands among its objects. */
export const pdfFile = (more: string | Buffer = ''): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'),
    Buffer.from('2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n'),
    Buffer.from('3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n'),
    Buffer.from(more),
    Buffer.from('\ntrailer\n<< /Root 1 0 R /Size 4 >>\n%%EOF\n'),
  ])
