import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const MAIN = join(__dirname, '..', 'main.ts')

export interface EngineProcess {
  readonly child: ChildProcess
  /** The connection string of its first address. */
  readonly uri: string
  /** How it ended. */
  readonly exit: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const forkEngine = (args: readonly string[]): ChildProcess =>
  fork(MAIN, args, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })

/** Starts the engine as a process of its own and waits until it is ready. */
export const startEngine = (...args: string[]): Promise<EngineProcess> => untilReady(forkEngine(args))

/** Starts the engine so that none of its files can grow beyond a limit, in the shell's blocks: a full disk. */
export function startEngineOnSmallDisk(blocks: number, ...args: string[]): Promise<EngineProcess> {
  const command = `ulimit -f ${String(blocks)} && exec "$0" "$@"`
  const engine = [process.execPath, '--import', 'tsx', MAIN, ...args]
  return untilReady(spawn('sh', ['-c', command, ...engine], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }))
}

async function untilReady(child: ChildProcess): Promise<EngineProcess> {
  const output = collect(child)
  const exit = once(child, 'exit').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
  }))
  const ready = once(child, 'message').then(([message]) => message as { type: string; uris: string[] })
  const first = await Promise.race([ready, exit])
  if (!('uris' in first)) throw new Error(`The engine ended: ${output.stderr}`)
  return { child, uri: first.uris[0] ?? '', exit }
}

/** Runs the engine until it ends by itself. */
export async function runEngine(...args: string[]): Promise<Ended> {
  const child = forkEngine(args)
  const output = collect(child)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...output }
}

function collect(child: ChildProcess): { stdout: string; stderr: string } {
  const output = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()))
  return output
}
