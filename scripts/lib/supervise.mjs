/** Processes that belong together: started in order, started again when one dies, stopped in the opposite order. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { root } from './fresh.mjs'

const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 10_000
/** Deaths within a minute after which starting again helps nobody. */
const MOST_DEATHS = 5
const MINUTE_MS = 60_000

/** The port in what a process said when it was ready, for the next one in its place: others know that address. */
const portIn = (ready) => /:(\d+)\/?$/.exec(ready.split(' ').at(-1) ?? '')?.[1]

const atPort = (args, port) => {
  const at = args.indexOf('--port')
  return port === undefined || at < 0 ? args : args.with(at + 1, port)
}

/**
 * @param verbose show what the processes write to stderr
 * @param giveUp called once everything has stopped, after a process that cannot be kept running
 */
export const makeSupervisor = ({ verbose, giveUp }) => {
  const children = []
  let stopping = false

  const stop = async () => {
    stopping = true
    for (const kept of [...children].reverse()) {
      clearTimeout(kept.pause)
      const { child } = kept
      if (child.exitCode !== null || child.signalCode !== null) continue
      const gone = new Promise((done) => child.once('exit', done))
      child.kill('SIGTERM')
      await gone
    }
  }

  const endWith = async (words) => {
    if (stopping) return
    process.stderr.write(`${words}\n`)
    await stop()
    giveUp()
  }

  /** Detached, so that Ctrl-C reaches this process alone; children leave by themselves when it is killed. */
  const start = (kept, onReady) => {
    const child = fork(join(root, kept.file), atPort(kept.args, kept.port), {
      cwd: root,
      detached: true,
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, ...kept.env, ...(kept.port === undefined ? {} : { PORT: kept.port }) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    kept.child = child
    let said = ''
    let lastWords = ''
    let ready = false
    child.stdout.on('data', (chunk) => {
      if (ready) return
      said += chunk
      const line = /^ready ?(.*)\n/m.exec(said)
      if (!line) return
      ready = true
      kept.port ??= portIn(line[1])
      onReady(line[1])
    })
    child.stderr.on('data', (chunk) => {
      lastWords = (lastWords + chunk).slice(-4000)
      if (verbose) process.stderr.write(chunk)
    })
    child.once('exit', (code, signal) => {
      if (stopping) return
      const how = `${kept.name} ended unexpectedly (${signal ?? code})`
      if (!ready) {
        const words = lastWords.split('\n').filter((line) => line !== '' && !line.startsWith('{'))
        void endWith(words.length === 0 ? `jiesu: ${how}.` : words.join('\n'))
        return
      }
      const now = Date.now()
      kept.deaths = [...kept.deaths.filter((at) => now - at < MINUTE_MS), now]
      if (kept.deaths.length > MOST_DEATHS) {
        void endWith(
          `jiesu: ${how}, again and again; the last words: ${lastWords.trim().split('\n').at(-1) ?? ''}`,
        )
        return
      }
      process.stderr.write(`jiesu: ${how}; it is started again.\n`)
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** (kept.deaths.length - 1), LONGEST_PAUSE_MS)
      kept.pause = setTimeout(() => start(kept, () => undefined), pause)
    })
  }

  return {
    /** Starts a TypeScript program and waits until it says `ready …`; gives what follows that word. */
    run: (name, file, args, env = {}) =>
      new Promise((ready) => {
        const kept = { name, file, args, env, deaths: [] }
        children.push(kept)
        start(kept, ready)
      }),
    stop,
  }
}
