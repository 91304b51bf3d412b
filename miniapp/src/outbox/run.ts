import { listAppeals, writeAppeal, type KeptAppeal } from './kept'
import { advance, isDue, nextTryIn, type Waiting } from './rules'
import { sendAppeal } from './send'

/** Where a device keeps nothing, not even that a try failed. */
const LEAST_PAUSE_MS = 3000

let timer: ReturnType<typeof setTimeout> | undefined
let going: Promise<void> | undefined

interface WaitingAppeal extends KeptAppeal {
  progress: Waiting
}

/** What waits, with those that waited for too long handed back to the person. */
const waitingNow = (now: number, back = false): WaitingAppeal[] =>
  listAppeals().flatMap((appeal) => {
    const looked = advance(appeal.progress, { type: 'looked-at', at: now })
    const progress = back ? advance(looked, { type: 'network-back', at: now }) : looked
    if (progress !== appeal.progress) writeAppeal({ ...appeal, progress })
    return progress.state === 'waiting' ? [{ ...appeal, progress }] : []
  })

/** Before the next try the network may have come back; then this runs anyhow. */
const planNext = (): void => {
  clearTimeout(timer)
  const now = Date.now()
  const inMs = nextTryIn(
    waitingNow(now).map(({ progress }) => progress),
    now,
  )
  if (inMs !== undefined) timer = setTimeout(() => void flush(false), Math.max(inMs, LEAST_PAUSE_MS))
}

const sendDue = async (back: boolean): Promise<void> => {
  const now = Date.now()
  // The oldest first, one after the other: a weak network carries one better than five.
  for (const { id, progress } of waitingNow(now, back).sort(
    (a, b) => a.progress.pressedAt - b.progress.pressedAt,
  ))
    if (isDue(progress, now)) await sendAppeal(id)
}

/** Sends what waits and is due, and plans the next try. */
export const flush = async (back: boolean): Promise<void> => {
  await going
  going = sendDue(back).finally(() => {
    going = undefined
    planNext()
  })
  await going
}
