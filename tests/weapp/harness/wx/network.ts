import type { MpResponse } from '../http'
import type { Phone } from '../phone'
import type { Fn } from '../realm'
import { ApiFailure, asyncApi, asyncApis, optionsOf, type Options } from './api'
import { encodeMultipart } from './multipart'

const DEFAULT_TIMEOUT_MS = 60_000

const headerOf = (options: Options): Record<string, string> =>
  Object.fromEntries(
    Object.entries(optionsOf(options.header))
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name, String(value)]),
  )

const contentTypeOf = (header: Record<string, string>): string => {
  const name = Object.keys(header).find((key) => key.toLowerCase() === 'content-type')
  return (name === undefined ? undefined : header[name]) ?? ''
}

const isBuffer = (value: unknown): value is ArrayBuffer =>
  Object.prototype.toString.call(value) === '[object ArrayBuffer]'

const asFields = (data: object): string =>
  Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
      return `${encodeURIComponent(name)}=${encodeURIComponent(text)}`
    })
    .join('&')

interface Outgoing {
  url: string
  header: Record<string, string>
  body: Uint8Array | undefined
}

/** How `wx.request` puts `data` into the address or the body, by method and content type. */
const prepare = (options: Options, method: string): Outgoing => {
  const url = String(options.url)
  const header = headerOf(options)
  const { data } = options
  if (contentTypeOf(header) === '') header['content-type'] = 'application/json'
  if (data === undefined || data === null) return { url, header, body: undefined }
  if (isBuffer(data)) return { url, header, body: new Uint8Array(data) }
  if (typeof data === 'string') return { url, header, body: Buffer.from(data) }
  if (method === 'GET' || method === 'HEAD') {
    const fields = asFields(data)
    return { url: fields ? url + (url.includes('?') ? '&' : '?') + fields : url, header, body: undefined }
  }
  const isForm = contentTypeOf(header).includes('application/x-www-form-urlencoded')
  return { url, header, body: Buffer.from(isForm ? asFields(data) : JSON.stringify(data)) }
}

const readBody = ({ body }: MpResponse, options: Options): unknown => {
  if (options.responseType === 'arraybuffer') return Uint8Array.from(body).buffer
  const text = Buffer.from(body).toString('utf8')
  if (options.dataType !== undefined && options.dataType !== 'json') return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const timeoutOf = (options: Options): number =>
  typeof options.timeout === 'number' ? options.timeout : DEFAULT_TIMEOUT_MS

type Perform = (options: Options, controller: AbortController) => Promise<MpResponse>

/** An API that travels over the network and returns a task. The app does not count as busy meanwhile. */
const networkApi =
  (
    phone: Phone,
    name: string,
    perform: Perform,
    read: (response: MpResponse, options: Options) => object,
  ): Fn =>
  (input) => {
    const controller = new AbortController()
    const onHeaders = new Set<Fn>()
    const onProgress = new Set<Fn>()
    const run = asyncApi(phone, name, async (options) => {
      let response: MpResponse
      try {
        response = await perform(options, controller)
      } catch (error) {
        throw new ApiFailure((error as Error).message, { errno: 600001 })
      } finally {
        phone.tapping = false
      }
      const sent = { progress: 100, totalBytesSent: 0, totalBytesExpectedToSend: 0 }
      for (const listener of onProgress) phone.guard(name, () => listener(phone.realm.adopt(sent)))
      for (const listener of onHeaders) {
        phone.guard(name, () => listener(phone.realm.adopt({ header: response.header })))
      }
      return { statusCode: response.statusCode, header: response.header, ...read(response, options) }
    })
    // Without callbacks `wx.request` gives a task and no promise, unlike the other APIs.
    run({ ...optionsOf(input), complete: optionsOf(input).complete ?? (() => {}) })
    const listening = (set: Set<Fn>) => ({
      on: (listener: unknown) => void set.add(listener as Fn),
      off: (listener: unknown) => void set.delete(listener as Fn),
    })
    return {
      abort: () => controller.abort(),
      onHeadersReceived: listening(onHeaders).on,
      offHeadersReceived: listening(onHeaders).off,
      onProgressUpdate: listening(onProgress).on,
      offProgressUpdate: listening(onProgress).off,
    }
  }

const upload =
  (phone: Phone): Perform =>
  async (options, controller) => {
    const file = phone.files.get(options.filePath)
    if (!file) throw new Error(`file not found: ${String(options.filePath)}`)
    const fields = Object.entries(optionsOf(options.formData)).map(([name, value]): [string, string] => [
      name,
      String(value),
    ])
    const { body, contentType } = encodeMultipart(fields, { field: String(options.name), file })
    return phone.network.send(
      {
        url: String(options.url),
        method: 'POST',
        header: { ...headerOf(options), 'content-type': contentType },
        body,
        timeoutMs: timeoutOf(options),
      },
      controller,
    )
  }

export const networkApis = (phone: Phone): Record<string, Fn> => ({
  request: networkApi(
    phone,
    'request',
    async (options, controller) => {
      const method = typeof options.method === 'string' ? options.method.toUpperCase() : 'GET'
      const outgoing = prepare(options, method)
      return phone.network.send({ ...outgoing, method, timeoutMs: timeoutOf(options) }, controller)
    },
    (response, options) => ({ data: readBody(response, options), cookies: response.cookies }),
  ),
  uploadFile: networkApi(phone, 'uploadFile', upload(phone), ({ body }) => ({
    data: Buffer.from(body).toString('utf8'),
  })),
  ...asyncApis(phone, {
    getNetworkType: () => ({ networkType: phone.network.type, hasSystemProxy: false }),
  }),
})
