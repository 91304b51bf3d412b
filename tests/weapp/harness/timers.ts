import { clearTimeout as clear, setTimeout as set } from 'node:timers'

interface Pending {
  handle: NodeJS.Timeout
  /** Milliseconds since 1970; `undefined` for an interval. */
  due: number | undefined
}

/** The app's timers, so that a test can tell whether something is about to happen and end them all. */
export class Timers {
  private readonly pending = new Map<number, Pending>()
  private lastId = 0
  private ended = false

  constructor(private readonly run: (where: string, callback: () => unknown) => void) {}

  readonly setTimeout = (callback: unknown, delay?: number, ...args: unknown[]): number =>
    this.start('setTimeout', callback, delay, args)

  readonly setInterval = (callback: unknown, delay?: number, ...args: unknown[]): number =>
    this.start('setInterval', callback, delay, args)

  readonly clear = (id: number): void => {
    const timer = this.pending.get(id)
    if (timer) clear(timer.handle)
    this.pending.delete(id)
  }

  /** When the next one-shot timer fires; intervals do not count. */
  nextDue(): number {
    return Math.min(...[...this.pending.values()].map(({ due }) => due ?? Infinity))
  }

  /** For good: an app that was closed in the middle of something starts nothing more. */
  end(): void {
    this.ended = true
    for (const id of [...this.pending.keys()]) this.clear(id)
  }

  private start(
    kind: 'setTimeout' | 'setInterval',
    callback: unknown,
    delay: unknown,
    args: unknown[],
  ): number {
    if (typeof callback !== 'function') throw new Error(`${kind} needs a function: WeChat evaluates no text`)
    const id = ++this.lastId
    if (this.ended) return id
    const wait = Math.max(0, Number(delay) || 0)
    const fire = () => {
      const timer = this.pending.get(id)
      if (timer?.due !== undefined) this.pending.delete(id)
      else if (timer) timer.handle = set(fire, wait)
      this.run(kind, () => (callback as (...values: unknown[]) => unknown)(...args))
    }
    this.pending.set(id, {
      handle: set(fire, wait),
      due: kind === 'setTimeout' ? Date.now() + wait : undefined,
    })
    return id
  }
}
