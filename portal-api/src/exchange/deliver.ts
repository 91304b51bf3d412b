/**
 * Pushes what is due: the events of one order to one system one after the other, different orders beside each other.
 * At least once; the receiver knows an event that it already has by its id.
 */
import { performance } from 'node:perf_hooks'
import type { OrderStore } from '../orders/order.store'
import type { Logger } from '../platform/log'
import type { PostWebhook } from '../platform/outside/webhook'
import type { Secrets } from '../platform/secrets'
import type { Delivery, ExchangeDeliveries } from './deliveries.store'
import type { Describe } from './describeEvent'
import { secretOf } from './registerSystem'
import { afterFailure } from './rules/backoff'
import { chooseDeliveries } from './rules/lanes'
import { signatureOf } from './signature'
import type { ExchangeSystem, ExchangeSystems } from './systems.store'

export interface DeliverParts {
  readonly orders: Pick<OrderStore, 'find'>
  readonly systems: Pick<ExchangeSystems, 'list' | 'succeeded' | 'failed'>
  readonly deliveries: ExchangeDeliveries
  readonly describe: Describe
  readonly secrets: Secrets
  readonly post: PostWebhook
  readonly log: Logger
}

/** Deliveries that are looked at in one run, for each system. */
const BATCH = 200
/** Orders whose events are pushed to a system at the same time. */
const LANES = 4
/** A system that fails so often in one run is left alone until the next. */
const PATIENCE = 3
/** After so long a run begins nothing new: other work of the clock waits for its end. */
const RUN_MS = 2_000
/** Longer than one push can take; after it, another portal may try. */
const LEASE_MS = 30_000

/** One run for one system. */
interface Run {
  readonly system: ExchangeSystem
  readonly now: Date
  goesOn(): boolean
  failed(): void
}

export const makeDeliver = (parts: DeliverParts) => {
  const { orders, systems, deliveries, describe, secrets, post, log } = parts

  /** What went wrong, or undefined. */
  const push = async (system: ExchangeSystem, delivery: Delivery, now: Date): Promise<string | undefined> => {
    const stored = await orders.find(delivery.number)
    const [event] = stored === undefined ? [] : describe.events(stored, system.unitId, [delivery.event])
    if (event === undefined) return 'the event is not in the order'
    const body = JSON.stringify(event)
    const timestamp = String(Math.floor(now.getTime() / 1000))
    const answer = await post(
      system.url,
      {
        'X-Jiesu-Timestamp': timestamp,
        'X-Jiesu-Signature': signatureOf(secretOf(system, secrets), timestamp, body),
        'X-Jiesu-Delivery': delivery.event,
        'X-Jiesu-Event': delivery.type,
      },
      body,
    )
    return answer.ok ? undefined : answer.says
  }

  /** @returns whether the lane goes on. */
  const deliver = async (run: Run, delivery: Delivery): Promise<boolean> => {
    const { system, now } = run
    const tries = await deliveries.take(delivery.id, now, new Date(now.getTime() + LEASE_MS))
    if (tries === undefined) return false
    const why = await push(system, delivery, now).catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    )
    if (why === undefined) {
      await deliveries.done(delivery.id, now)
      await systems.succeeded(system.id, now)
      return true
    }
    run.failed()
    const next = afterFailure(tries, now)
    await deliveries.failed(delivery.id, now, why, next)
    await systems.failed(system.id, now, why)
    const facts = { system: system.id, event: delivery.event, tries, why }
    if (next === 'dead') log.error(facts, 'delivery given up')
    else log.warn(facts, 'delivery failed')
    return false
  }

  const deliverLane = async (run: Run, first: Delivery): Promise<void> => {
    let next: Delivery | undefined = first
    while (next !== undefined && run.goesOn()) {
      if (!(await deliver(run, next))) return
      const following = await deliveries.firstOf(run.system.id, first.number)
      next = following?.state === 'waiting' ? following : undefined
    }
    // It may have been put back behind the one that is delivered now.
    if (next !== undefined && next !== first) await deliveries.putBack(next.id, run.now)
  }

  const deliverTo = async (system: ExchangeSystem, now: Date, began: number): Promise<void> => {
    let failures = 0
    const run: Run = {
      system,
      now,
      goesOn: () => failures < PATIENCE && performance.now() - began < RUN_MS,
      failed: () => failures++,
    }
    const { deliver: heads, putBack } = chooseDeliveries(
      await deliveries.outstanding(system.id, now, BATCH),
      now,
    )
    for (const { id, until } of putBack) await deliveries.putBack(id, until)
    const waiting = [...heads]
    const work = async (): Promise<void> => {
      for (let head = waiting.shift(); head !== undefined && run.goesOn(); head = waiting.shift())
        await deliverLane(run, head)
    }
    await Promise.all(Array.from({ length: LANES }, work))
  }

  return async (now: Date): Promise<void> => {
    const due = new Set(await deliveries.systemsWithDue(now))
    if (due.size === 0) return
    const active = (await systems.list()).filter(({ id }) => due.has(id))
    const began = performance.now()
    const outcomes = await Promise.allSettled(active.map((system) => deliverTo(system, now, began)))
    const failed = outcomes.find((outcome) => outcome.status === 'rejected')
    if (failed !== undefined) throw failed.reason
  }
}
