import pino from 'pino'

export type Logger = pino.Logger

/**
 * JSON lines on standard error. Personal data never go in: log paths, ids and numbers, not bodies or headers.
 * @param to elsewhere than standard error.
 */
export const makeLog = (
  level: string,
  to: { write(line: string): void } = pino.destination({ dest: 2, sync: true }),
): Logger => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to)
