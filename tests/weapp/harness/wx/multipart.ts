import { randomBytes } from 'node:crypto'
import type { TempFile } from '../files'

export interface Multipart {
  body: Uint8Array
  contentType: string
}

/** The body of `wx.uploadFile`: the form fields and one file, as RFC 7578 has it. */
export const encodeMultipart = (
  fields: [name: string, value: string][],
  { field, file }: { field: string; file: TempFile },
): Multipart => {
  const boundary = `----harness${randomBytes(12).toString('hex')}`
  const part = (disposition: string, more: string[], content: Uint8Array) => [
    Buffer.from(
      [`--${boundary}`, `Content-Disposition: form-data; ${disposition}`, ...more, '', ''].join('\r\n'),
    ),
    content,
    Buffer.from('\r\n'),
  ]
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([
      ...fields.flatMap(([name, value]) => part(`name="${name}"`, [], Buffer.from(value))),
      ...part(`name="${field}"; filename="${file.name}"`, [`Content-Type: ${file.type}`], file.bytes),
      Buffer.from(`--${boundary}--\r\n`),
    ]),
  }
}
