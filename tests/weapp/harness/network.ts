import { sendHttp, type MpRequest, type MpResponse, type SendRequest } from './http'

export type NetworkType = 'wifi' | '5g' | '4g' | '3g' | '2g' | 'none'

/** Looks at, changes, delays, fails or replaces a request; `send` performs it. */
type RequestHandler = (request: MpRequest, send: SendRequest) => Promise<MpResponse>

export interface NetworkSettings {
  /** Where the real API of this test listens, e.g. `http://127.0.0.1:4000`. */
  baseUrl: string
  /** The origin that the app was built with; when given, requests to any other are refused as by WeChat. */
  appOrigin?: string
  requestHandler?: RequestHandler
}

/** Sends what the app requests to the test's server instead of the origin that it was built with. */
export class Network {
  private current: NetworkType = 'wifi'
  private readonly inFlight = new Set<AbortController>()

  constructor(
    private readonly settings: NetworkSettings,
    private readonly changed: (status: { isConnected: boolean; networkType: NetworkType }) => void,
  ) {}

  get type(): NetworkType {
    return this.current
  }

  /** Loses or regains the network; the app hears of it. */
  set(type: NetworkType): void {
    if (type === this.current) return
    this.current = type
    this.changed({ isConnected: type !== 'none', networkType: type })
  }

  get busy(): boolean {
    return this.inFlight.size > 0
  }

  /** @throws Error with WeChat's words, e.g. `timeout` or `net::ERR_CONNECTION_REFUSED` */
  async send(request: Omit<MpRequest, 'signal'>, controller: AbortController): Promise<MpResponse> {
    const { requestHandler } = this.settings
    this.inFlight.add(controller)
    try {
      if (this.current === 'none') throw new Error('net::ERR_INTERNET_DISCONNECTED')
      const routed = { ...request, url: this.route(request.url), signal: controller.signal }
      return await (requestHandler ? requestHandler(routed, sendHttp) : sendHttp(routed))
    } catch (error) {
      if (controller.signal.aborted) throw new Error('abort', { cause: error })
      throw error
    } finally {
      this.inFlight.delete(controller)
    }
  }

  abortAll(): void {
    for (const controller of this.inFlight) controller.abort()
  }

  private route(address: string): string {
    if (!/^https?:\/\//.test(address)) throw new Error('invalid url')
    const url = new URL(address)
    const { baseUrl, appOrigin } = this.settings
    if (appOrigin !== undefined && url.origin !== appOrigin) throw new Error('url not in domain list')
    return baseUrl.replace(/\/$/, '') + url.pathname + url.search
  }
}
