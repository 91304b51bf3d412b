/**
 * What the supervision board costs: a month of a city's orders in the embedded database, read and judged.
 * `npm run bench -- board [orders]`
 */
import { getBoard } from '@jiesu/shared-types'
import { startPortal } from '../support/portal'

const NOW = '2026-11-23T10:00:00+08:00'
const count = Number(process.argv[2] ?? 20_000)
const BATCH = 500

const main = async (): Promise<void> => {
  const portal = await startPortal(NOW)
  await portal.seedDemoOrders()
  const orders = portal.connection.collection<{ _id: string; submissionId: string }>('orders')
  const some = await orders.find({ city: 'yantai' } as object).toArray()
  for (let from = some.length; from < count; from += BATCH)
    await orders.insertMany(
      Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => {
        const id = `copy-${from + i}`
        return { ...some[(from + i) % some.length], _id: id, submissionId: id }
      }),
    )
  const supervisor = await portal.staff('yantai-supervisor')
  const query = { from: '2026-10-25', to: '2026-11-23' }
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    const began = process.hrtime.bigint()
    await portal.call(getBoard, { query }, supervisor)
    times.push(Number(process.hrtime.bigint() - began) / 1e6)
  }
  const median = times.sort((a, b) => a - b)[2] ?? 0
  process.stdout.write(
    `${count} orders: ${median.toFixed(0)} ms, ${((median * 1e3) / count).toFixed(1)} µs each\n`,
  )
  await portal.stop()
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
