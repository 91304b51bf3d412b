import Taro from '@tarojs/taro'
import type { AxiosAdapter, AxiosResponse } from 'axios'
import axios from 'axios'

/** WeChat says `request:fail timeout`, the H5's fetch `timeout` or an abort. */
const saysTimeout = (caught: unknown): boolean =>
  /time.?out|abort/i.test((caught as { errMsg?: string } | undefined)?.errMsg ?? String(caught))

const lowerKeys = (headers: Record<string, unknown> | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(headers ?? {}).map(([key, value]) => [key.toLowerCase(), String(value)]))

/**
 * Carries axios over `Taro.request`, the one way out of a mini-program; the same on the H5.
 * @throws AxiosError with code ECONNABORTED after `timeout` milliseconds, ERR_NETWORK when nothing was reached.
 */
export const taroAdapter: AxiosAdapter = async (config) => {
  const answer = await Taro.request<unknown>({
    url: `${config.baseURL ?? ''}${axios.getUri({ url: config.url ?? '', params: config.params as unknown })}`,
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
  const response: AxiosResponse = {
    data: answer.data,
    status: answer.statusCode,
    statusText: '',
    headers: lowerKeys(answer.header),
    config,
  }
  return response
}
