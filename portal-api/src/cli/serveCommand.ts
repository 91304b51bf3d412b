import type { Command } from 'commander'
import { readSettings } from '../platform/settings'
import { serve } from '../serve'
import { print } from './say'

/** `jiesu serve`: the API and the H5 portal until a signal, or the parent process, ends it. */
export const addServe = (program: Command): void => {
  program
    .command('serve')
    .description('run the API and the H5 portal')
    .option('--demo', 'make the demo accounts of the workbench first (never on a public machine)', false)
    .option('--demo-orders', 'and fictional orders in every state', false)
    .action(async (options: { demo: boolean; demoOrders: boolean }) => {
      const running = await serve(readSettings(process.env), options)
      print(`ready ${running.url}`)
      process.send?.({ type: 'ready', url: running.url })
      const stop = (): void => {
        running.stop().then(
          () => process.exit(0),
          (error: unknown) => {
            process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
            process.exit(1)
          },
        )
      }
      process.once('SIGINT', stop)
      process.once('SIGTERM', stop)
      process.once('disconnect', stop)
    })
}
