import { parseArgs } from 'node:util'
import type Koa from 'koa'
import { listen } from './listen'

/** One command-line option with a text value, e.g. `--appid wx-demo`. */
export interface TextOption {
  default: string
}

/** Something the command line or the machine refuses, told to the person in one line. */
class Unusable extends Error {}

const readOptions = <Name extends string>(
  options: Record<Name, TextOption>,
): Record<Name | 'port', string> => {
  const all: Record<string, TextOption> = { port: { default: '0' }, ...options }
  try {
    const { values } = parseArgs({
      options: Object.fromEntries(
        Object.entries(all).map(([name, option]) => [name, { type: 'string', default: option.default }]),
      ),
    })
    return values as Record<Name | 'port', string>
  } catch (error) {
    throw new Unusable((error as Error).message)
  }
}

const readPort = (text: string): number => {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65535) throw new Unusable(`--port must be 0 to 65535, not "${text}"`)
  return port
}

const whyNotListening = (error: NodeJS.ErrnoException, port: number): string => {
  if (error.code === 'EADDRINUSE') return `port ${port} is already taken; choose another with --port`
  if (error.code === 'EACCES') return `port ${port} needs more rights; choose one above 1023 with --port`
  return error.message
}

/**
 * The `main` of every mock process: reads the options, listens, prints `ready http://127.0.0.1:N` and
 * leaves on SIGTERM, SIGINT or when the parent that started it over IPC is gone.
 * What cannot work gives one line on stderr and exit code 1.
 */
export const runMock = async <Name extends string>(
  name: string,
  options: Record<Name, TextOption>,
  create: (values: Record<Name, string>) => Koa,
): Promise<void> => {
  try {
    const values = readOptions(options)
    const port = readPort(values.port)
    const running = await listen(create(values).callback(), port).catch((error: unknown) => {
      throw new Unusable(whyNotListening(error as NodeJS.ErrnoException, port))
    })
    const leave = () => {
      void running.stop().then(() => process.exit(0))
    }
    process.once('SIGTERM', leave).once('SIGINT', leave).once('disconnect', leave)
    process.stdout.write(`ready ${running.url}\n`)
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    process.stderr.write(`${name}: ${error.message}\n`)
    process.exitCode = 1
  }
}
