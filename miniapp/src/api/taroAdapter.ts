import Taro from '@tarojs/taro'
import type { AxiosAdapter, AxiosResponse, InternalAxiosRequestConfig } from 'axios'
import axios from 'axios'
import { type EarlyAnswer, takeEarlyAnswer } from '../platform/earlyAnswer'

/** WeChat says `request:fail timeout`, the H5's fetch `timeout` or an abort. */
const saysTimeout = (caught: unknown): boolean =>
  /time.?out|abort/i.test((caught as { errMsg?: string } | undefined)?.errMsg ?? String(caught))

const lowerKeys = (headers: Record<string, unknown> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(headers ?? {}).map(([key, value]) => [key.toLowerCase(), String(value)]))

const ask = (url: string, config: InternalAxiosRequestConfig): Promise<EarlyAnswer> =>
  Taro.request<unknown>({
    url,
    method: (config.method ?? 'get').toUpperCase() as 'GET',
    data: config.data as unknown,
    header: config.headers.toJSON(),
    timeout: config.timeout ?? 0,
    // Parsed here, so that an answer that is not JSON does not look like a broken connection.
    dataType: 'text',
    responseType: 'text',
  }).catch((caught: unknown) => {
    throw new axios.AxiosError(
      'no answer',
      saysTimeout(caught) ? axios.AxiosError.ECONNABORTED : axios.AxiosError.ERR_NETWORK,
      config,
    )
  })

/**
 * Carries axios over `Taro.request`, the one way out of a mini-program; the same on the H5.
 * @throws AxiosError with code ECONNABORTED after `timeout` milliseconds, ERR_NETWORK when nothing was reached.
 */
export const taroAdapter: AxiosAdapter = async (config) => {
  const url = `${config.baseURL ?? ''}${axios.getUri({ url: config.url ?? '', params: config.params as unknown })}`
  const answer = (await takeEarlyAnswer(url)) ?? (await ask(url, config))
  const response: AxiosResponse = {
    data: answer.data,
    status: answer.statusCode,
    statusText: '',
    headers: lowerKeys(answer.header),
    config,
  }
  return response
}
