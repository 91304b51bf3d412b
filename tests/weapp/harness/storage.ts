import type { TempFile } from './files'

/** WeChat's limits: 1 MB for one key, 10 MB for all. */
const LARGEST_VALUE = 1024 * 1024
const LARGEST_TOTAL = 10 * LARGEST_VALUE

/** The mini-program's storage on the phone. Give it to the next launch to have the same phone again. */
export class Storage {
  private readonly texts = new Map<string, string>()
  /** Files in the mini-program's own folder, by path. */
  readonly files = new Map<string, TempFile>()

  /** A copy of what was stored; `undefined` when there is nothing. */
  get(key: string): unknown {
    const text = this.texts.get(key)
    return text === undefined ? undefined : (JSON.parse(text) as { value: unknown }).value
  }

  /** @throws above WeChat's limits */
  set(key: string, value: unknown): void {
    const text = JSON.stringify({ value })
    const others = this.size - Buffer.byteLength(this.texts.get(key) ?? '')
    const size = Buffer.byteLength(text)
    if (size > LARGEST_VALUE) throw new Error('entry size limit reached')
    if (others + size > LARGEST_TOTAL) throw new Error('storage limit reached')
    this.texts.set(key, text)
  }

  delete(key: string): void {
    this.texts.delete(key)
  }

  clear(): void {
    this.texts.clear()
  }

  get keys(): string[] {
    return [...this.texts.keys()]
  }

  /** Bytes of all values. */
  get size(): number {
    return [...this.texts.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  }

  /** KB, as `wx.getStorageInfo` tells it. */
  get limitKb(): number {
    return LARGEST_TOTAL / 1024
  }
}
