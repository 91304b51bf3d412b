/** The `jiesu` command as a person runs it: a process, with arguments, settings and stdin. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const BIN = join(__dirname, '../../portal-api/bin/jiesu.cjs')

/** @param stdin what is piped in; nothing when absent. */
export const jiesu = (
  args: readonly string[],
  { env = {}, stdin = '' }: { env?: Record<string, string>; stdin?: string } = {},
): Promise<Ran> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [BIN, ...args], { env: { ...process.env, ...env } })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', fail)
    child.on('close', (code) => done({ code, stdout, stderr }))
    // A command that does not read its stdin may be gone before everything is written.
    child.stdin.on('error', () => undefined)
    child.stdin.end(stdin)
  })

/** Every line of stdout as JSON. */
export const jsonLines = ({ stdout }: Ran): unknown[] =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line))
