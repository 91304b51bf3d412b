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
/** Files in the mini-program's own folder. */
export const files = new Set<string>()
/** What the portal answers to an upload of this path; rejecting means that nothing was reached. */
let uploads: (path: string) => Promise<Answer> = () => Promise.reject(new Error('no uploads'))
export const uploadWith = (next: typeof uploads): void => {
  uploads = next
}

let responder: (request: Request) => Promise<Answer> = () => Promise.reject(new Error('no responder'))

/** What the test says the portal answers; rejecting means that nothing was reached. */
export const answerWith = (next: (request: Request) => Promise<Answer>): void => {
  responder = next
}
export const emptyStorage = (): void => {
  kept.clear()
  files.clear()
}

interface FileCall {
  path?: string
  filePath?: string
  success: () => void
  fail: () => void
}
const onFile = (act: (path: string) => boolean) => (call: FileCall) =>
  act(call.path ?? call.filePath ?? '') ? call.success() : call.fail()

export default {
  getStorageSync: (key: string): unknown => structuredClone(kept.get(key) ?? ''),
  setStorageSync: (key: string, value: unknown): void => void kept.set(key, structuredClone(value)),
  removeStorageSync: (key: string): void => void kept.delete(key),
  getStorageInfoSync: () => ({ keys: [...kept.keys()] }),
  request: (request: Request) => responder(request),
  uploadFile: ({ filePath }: { filePath: string }) =>
    Object.assign(uploads(filePath), { progress: () => undefined }),
  env: { USER_DATA_PATH: 'wxfile://usr' },
  getFileSystemManager: () => ({
    saveFile: onFile((path) => files.add(path).has(path)),
    access: onFile((path) => files.has(path)),
    unlink: onFile((path) => files.delete(path)),
  }),
}
