import pino from 'pino'

export type Logger = pino.Logger

/** JSON lines on standard error. Personal data never go in: log paths, ids and numbers, not bodies or headers. */
export const makeLog = (level: string): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }))
