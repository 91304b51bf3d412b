import axios from 'axios'
import type { Readable } from 'node:stream'

export interface WebhookAnswer {
  readonly ok: boolean
  /** HTTP status and the beginning of what was said, for people. */
  readonly says: string
}

/** Posts to the system of somebody else. */
export type PostWebhook = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
) => Promise<WebhookAnswer>

const TIMEOUT_MS = 5_000
const MOST_BYTES = 1_024
const SAID_CHARACTERS = 200

/** The first kilobyte; what comes after it is not waited for. */
const beginningOf = async (stream: Readable): Promise<string> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer)
    bytes += (chunk as Buffer).length
    if (bytes >= MOST_BYTES) break
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES).toString('utf8')
}

const plain = (text: string): string =>
  [...text.replace(/\s+/g, ' ').trim()].slice(0, SAID_CHARACTERS).join('')

/**
 * Goes to the given address and nowhere else: redirects are not followed, no proxy is asked. Five seconds for all of
 * it; only a 2xx counts. Never throws: whatever went wrong is said in words.
 */
export const postWebhook: PostWebhook = async (url, headers, body) => {
  try {
    const answer = await axios.post<Readable>(url, Buffer.from(body), {
      headers: { ...headers, 'content-type': 'application/json; charset=utf-8', 'user-agent': 'jiesu' },
      responseType: 'stream',
      // For the headers and for what follows them.
      signal: AbortSignal.timeout(TIMEOUT_MS),
      maxRedirects: 0,
      proxy: false,
      decompress: false,
      validateStatus: () => true,
    })
    const ok = answer.status >= 200 && answer.status < 300
    // What was taken stays taken, whatever becomes of the words about it.
    const said = plain(await beginningOf(answer.data).catch(() => ''))
    return { ok, says: `HTTP ${answer.status}${said === '' ? '' : ` ${said}`}` }
  } catch (error) {
    if (axios.isCancel(error)) return { ok: false, says: `no answer within ${TIMEOUT_MS / 1000} s` }
    return { ok: false, says: error instanceof Error ? error.message : 'no answer' }
  }
}
