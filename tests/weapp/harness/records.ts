import type { CanvasDrawing } from './wx/canvas'

/** One `setData`, as it crossed from the logic to the view. */
export interface SetDataRecord {
  /** The page or component. */
  on: string
  /** Size of the JSON in UTF-8. */
  bytes: number
  /** The data paths that were set. */
  paths: string[]
}

export interface Toast {
  title: string
  icon: string
}

export interface Modal {
  title: string
  content: string
  confirmText: string
  cancelText: string
  showCancel: boolean
  editable: boolean
}

export interface ApiCall {
  name: string
  options: Record<string, unknown>
}

export interface LogLine {
  level: 'log' | 'info' | 'debug' | 'warn' | 'error'
  text: string
}

/** Above this WeChat warns and pages stutter; the app is held to it. */
const SET_DATA_LIMIT = 256 * 1024

/** Everything that a test may want to know afterwards. */
export class Records {
  /** What wcc and the view complain of; each message once. */
  readonly warnings: string[] = []
  /** Uncaught exceptions, `console.error`, oversized `setData`, APIs that are not modelled. */
  readonly errors: Error[] = []
  readonly setDatas: SetDataRecord[] = []
  readonly toasts: Toast[] = []
  readonly modals: Modal[] = []
  readonly calls: ApiCall[] = []
  readonly logs: LogLine[] = []
  /** Text of the loading indicator that is shown now. */
  loading: string | undefined
  clipboard = ''
  /** What was on canvases when they were made into files. */
  readonly drawings: CanvasDrawing[] = []
  /** Paths of pictures that were put into the album. */
  readonly album: string[] = []

  readonly warn = (message: string): void => {
    if (!this.warnings.includes(message)) this.warnings.push(message)
  }

  /** Keeps an exception, with where it happened in front of its message. */
  fail(where: string, cause: unknown): void {
    const message = cause instanceof Error || isErrorLike(cause) ? cause.message : describe(cause)
    this.errors.push(new Error(`${where}: ${message}`, { cause }))
  }

  log(level: LogLine['level'], parts: readonly unknown[]): void {
    const text = parts.map(describe).join(' ')
    this.logs.push({ level, text })
    if (level === 'error') this.errors.push(new Error(`console.error: ${text}`))
  }

  setData(record: SetDataRecord): void {
    this.setDatas.push(record)
    if (record.bytes > SET_DATA_LIMIT) {
      const kilobytes = Math.ceil(record.bytes / 1024)
      this.fail(
        `setData on ${record.on}`,
        `${kilobytes} KB (${record.paths.join(', ')}), the limit is 256 KB`,
      )
    }
  }
}

/** Errors of the app's realm are not `instanceof` this realm's Error. */
const isErrorLike = (value: unknown): value is Error =>
  typeof value === 'object' && value !== null && 'message' in value && 'stack' in value

const describe = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (isErrorLike(value)) return value.message
  try {
    const json = JSON.stringify(value) as string | undefined
    return json ?? String(value)
  } catch {
    return String(value)
  }
}
