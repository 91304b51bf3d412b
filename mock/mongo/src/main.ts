import { parseCommandLine, USAGE, UsageError, type CommandLine } from './commandLine'
import { EmbeddedMongo } from './server'
import { UnusableFolder } from './store/environment'
import { FolderInUse } from './store/owner'
import { CannotListen } from './wire/listen'

/** What an operator can put right; it gets one line and no stack. */
const EXPECTED = [UsageError, UnusableFolder, FolderInUse, CannotListen]

async function main(): Promise<void> {
  const commandLine = parseCommandLine(process.argv.slice(2))
  if (!commandLine) {
    process.stdout.write(`${USAGE}\n`)
    return
  }
  await serve(commandLine)
}

async function serve(commandLine: CommandLine): Promise<void> {
  const server = await EmbeddedMongo.start({
    ...commandLine,
    onInternalError: (error) => process.stderr.write(`${describe(error)}\n`),
  })
  let closing: Promise<void> | undefined
  const stop = () => {
    closing ??= server.close().then(() => process.exit(0), exitWith)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  // Started by another process, the engine does not outlive it.
  process.on('disconnect', stop)
  process.stdout.write(`ready pid=${String(process.pid)} ${server.uris.join(' ')}\n`)
  process.send?.({ type: 'ready', uris: server.uris })
}

function exitWith(error: unknown): void {
  const isExpected = EXPECTED.some((kind) => error instanceof kind)
  process.stderr.write(`mock-mongo: ${isExpected ? (error as Error).message : describe(error)}\n`)
  process.exit(error instanceof UsageError ? 2 : 1)
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

main().catch(exitWith)
