import axios from 'axios'
import { z } from 'zod'
import { maskIdentifiers } from '../masking'
import { OutsideServiceDown } from './outsideService'

/** A place as a map service knows it. Its coordinates are not read: nothing here needs to know them. */
export interface Spot {
  /** 示范商厦 */
  readonly name: string
  readonly address: string
  /** 烟台市 */
  readonly city: string
  /** 芝罘区; empty when the service does not say. */
  readonly district: string
}

export interface MapService {
  /** False when none is configured: nothing typed leaves. */
  readonly configured: boolean
  /**
   * What the words may mean within a city (烟台), the likeliest first, at most five. Leaves: the words, without numbers
   * that belong to somebody, doors and flats; and the city. Nothing about who asks.
   * @throws OutsideServiceDown when there is no sensible answer in time; its message never holds the words.
   */
  find(words: string, city: string): Promise<readonly Spot[]>
}

/** Whoever types waits for the proposals meanwhile. */
const PATIENCE_MS = 1200
const LONGEST_ANSWER = 256 * 1024
const MOST = 5
const LONGEST_NAME = 40
/** Tencent's bound for `keyword`: a Chinese character counts three. */
const LONGEST_WORDS_BYTES = 96
const LEAST_WORDS = 2

const words = z
  .string()
  .nullish()
  .transform((given) => given ?? '')
const Answer = z.object({
  status: z.literal(0),
  data: z
    .array(
      z.object({
        title: z.string().transform((name) => [...maskIdentifiers(name)].slice(0, LONGEST_NAME).join('')),
        address: words,
        city: words,
        district: words,
      }),
    )
    .max(50),
})
const Refusal = z.object({ status: z.number().int() })

/** Which flat somebody lives in finds no district. */
const DOORS = /[\d一二三四五六七八九十]+单元\s*\d*|\d+\s*[室户]/g

const cut = (text: string): string => {
  let whole = ''
  for (const character of text) {
    if (Buffer.byteLength(whole + character) > LONGEST_WORDS_BYTES) break
    whole += character
  }
  return whole
}

/** What may leave of somebody's words. */
const leaving = (text: string): string =>
  cut(
    maskIdentifiers(text)
      .replace(/[…□,，;；。、]/g, ' ')
      .replace(DOORS, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )

/**
 * The suggestions of Tencent's location service (腾讯位置服务 WebService API, 关键词输入提示), or of whatever answers
 * like it.
 * @param baseUrl empty when no map service is configured.
 */
export const makeMapService = (baseUrl: string, key: string): MapService => {
  const http = axios.create({
    baseURL: baseUrl,
    timeout: PATIENCE_MS,
    maxContentLength: LONGEST_ANSWER,
    maxRedirects: 0,
    validateStatus: () => true,
    proxy: false,
  })
  const down = (reason: string) => new OutsideServiceDown('map service', reason)

  return {
    configured: baseUrl !== '',
    find: async (text, city) => {
      const keyword = leaving(text)
      if ([...keyword].length < LEAST_WORDS) return []
      const answer = await http
        .get<unknown>('/ws/place/v1/suggestion', {
          params: { keyword, region: city, region_fix: 1, policy: 1, page_index: 1, page_size: MOST, key },
          // The timeout above begins anew with every byte; this one is for the whole.
          signal: AbortSignal.timeout(PATIENCE_MS),
        })
        .catch((error: unknown) => {
          throw down(axios.isAxiosError(error) ? (error.code ?? 'no answer') : 'no answer')
        })
      if (answer.status !== 200) throw down(`status ${answer.status}`)
      const parsed = Answer.safeParse(answer.data)
      if (parsed.success)
        return parsed.data.data.slice(0, MOST).map(({ title, address, city: ofCity, district }) => ({
          name: title,
          address,
          city: ofCity,
          district,
        }))
      const refusal = Refusal.safeParse(answer.data)
      throw down(
        refusal.success && refusal.data.status !== 0
          ? `refused: ${refusal.data.status}`
          : 'unexpected answer',
      )
    },
  }
}
