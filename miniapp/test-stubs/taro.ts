/** Just enough of Taro for tests: storage in memory, requests answered by the test. */
interface Answer {
  statusCode: number
  data: unknown
  header?: Record<string, string>
}
export interface Request {
  url: string
  method: string
  data: unknown
  header: Record<string, string>
  timeout: number
}

const kept = new Map<string, unknown>()
let responder: (request: Request) => Promise<Answer> = () => Promise.reject(new Error('no responder'))

/** What the test says the portal answers; rejecting means that nothing was reached. */
export const answerWith = (next: (request: Request) => Promise<Answer>): void => {
  responder = next
}
export const emptyStorage = (): void => kept.clear()

export default {
  getStorageSync: (key: string): unknown => structuredClone(kept.get(key) ?? ''),
  setStorageSync: (key: string, value: unknown): void => void kept.set(key, structuredClone(value)),
  getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
  removeStorageSync: (key: string): void => void kept.delete(key),
  request: (request: Request) => responder(request),
}
