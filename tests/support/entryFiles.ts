/** Files of entries as tests upload them. */
export { pdfFile, wordFile } from '../../portal-api/src/knowledge/files/testSupport'

/** As a browser sends it. */
export const fileForm = (bytes: Buffer, name: string): FormData => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  return form
}
