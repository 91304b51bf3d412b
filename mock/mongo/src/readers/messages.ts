/** What the main thread and its reader threads say to each other. */

export interface ReaderData {
  /** The data folder's real path. */
  readonly folder: string
  /** The thread's number, which is part of its cursors' ids; the main thread is 0. */
  readonly keeper: number
}

export type Question =
  | {
      readonly kind: 'command'
      readonly id: number
      /** The command as BSON. */
      readonly body: Uint8Array
      readonly connectionId: number
      readonly now: Date
    }
  | { readonly kind: 'sweep'; readonly now: Date }
  | { readonly kind: 'close' }

export interface Answer {
  /** Of the question. */
  readonly id: number
  /** BSON, be it an error. */
  readonly reply: Uint8Array
  /** An error of the engine's own, with its stack. */
  readonly fault?: string | undefined
}
