/** An answer that stays open: server-sent events (HTML Living Standard, 9.2). */
import type { Context } from 'koa'
import type { Line } from './hub'

/** Whoever reads so slowly that this much waits to be sent does not read any more. */
const MOST_UNREAD_BYTES = 16_384

/** How long a reader should wait before connecting again, in milliseconds. */
const RETRY_MS = 3_000

/** True when nobody waits for the answer any more, or when it was given already. */
export const isOver = ({ res }: Context): boolean => res.headersSent || res.closed || res.destroyed

/** @param onClose called once, when the connection is over, whoever ended it. */
export const openLine = (ctx: Context, onClose: () => void): Line => {
  const { res } = ctx
  ctx.respond = false
  ctx.status = 200
  ctx.type = 'text/event-stream'
  ctx.set({
    // Packed or held back by a proxy, an event would come when the next ones do.
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
    // A portal that stops waits for no connection on which nothing will be asked any more.
    Connection: 'close',
  })
  res.once('close', onClose)
  res.on('error', onClose)
  const write = (text: string): void => {
    if (res.writableEnded || res.destroyed) return
    if (res.writableLength > MOST_UNREAD_BYTES) res.destroy()
    else res.write(text)
  }
  write(`retry: ${RETRY_MS}\n\n`)
  return {
    changed: (change) => write(`event: changed\ndata: ${JSON.stringify(change)}\n\n`),
    stillHere: () => write(': still here\n\n'),
    end: () => {
      if (!res.writableEnded) res.end()
    },
  }
}
