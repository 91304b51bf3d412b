import { parseArgs } from 'node:util'
import type { Address } from './wire/listen'

export interface CommandLine {
  readonly folder: string
  readonly addresses: readonly Address[]
}

export const USAGE = `Usage: mock-mongo --data <folder> [--socket <path>] [--port <number>]

Serves MongoDB's wire protocol from a data folder.

  --data <folder>   where the data is kept; made if missing, used by one process at a time
  --socket <path>   listen on a unix socket (mode 0600)
  --port <number>   listen on 127.0.0.1; 0 picks a free port
  --help            show this text

At least one of --socket and --port is needed. When it listens it prints one line that begins
with "ready" and ends with its connection strings.`

/** The arguments are wrong; the message says which. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/**
 * Reads the arguments after the script's name; undefined if help was asked for.
 *
 * @throws UsageError
 */
export function parseCommandLine(argv: readonly string[]): CommandLine | undefined {
  const { data, socket, port, help } = optionsIn(argv)
  if (help) return undefined
  if (!data) throw new UsageError('--data is missing')
  const addresses: Address[] = []
  if (socket) addresses.push({ socket })
  if (port !== undefined) addresses.push({ port: portNumber(port) })
  if (addresses.length === 0) throw new UsageError('--socket or --port is missing')
  return { folder: data, addresses }
}

function optionsIn(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        data: { type: 'string' },
        socket: { type: 'string' },
        port: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function portNumber(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65535)
    throw new UsageError(`--port must be a number up to 65535, not "${text}"`)
  return port
}
