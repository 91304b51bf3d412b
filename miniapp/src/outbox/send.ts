import { asProblem, type ApiProblem } from '../api/problem'
import type { Submission } from '../pages/submit/form/submission'
import { alone } from '../platform/otherTabs'
import { dropFile } from '../platform/photoFiles'
import { orderAccess } from '../stores/orderAccess'
import { deliver } from './deliver'
import { dropAppeal, readAppeal, writeAppeal, type KeptAppeal } from './kept'
import { keepReceipt } from './receipts'
import { advance } from './rules'
import { underWay } from './underWay'

export type Outcome =
  /** `rest`: what was written meanwhile stayed on the device, as an appeal of its own. */
  | { kind: 'sent'; number: string; rest: boolean }
  | { kind: 'waiting'; problem: ApiProblem }
  | { kind: 'to-correct'; problem: ApiProblem }
  /** Another tab was first, or the person took it back. */
  | { kind: 'gone' }

const running = new Map<string, Promise<Outcome>>()

/** What the person wrote and chose; a category that was only proposed may change by itself. */
const wordsOf = (value: Submission): string => {
  const { categoryChosen, category, fact, photos, commandId: _, ...written } = value
  const chosen = categoryChosen ? [category, fact] : []
  return JSON.stringify([written, chosen, photos.map(({ key }) => key)])
}
const sameWords = (one: KeptAppeal, other: KeptAppeal): boolean => wordsOf(one.value) === wordsOf(other.value)

/** The portal has it: what is exactly that leaves the device; what was written meanwhile becomes an appeal of its own. */
const settle = async (sent: KeptAppeal): Promise<boolean> => {
  const latest = readAppeal(sent.id)
  if (latest === undefined) return false
  if (sameWords(latest, sent)) {
    dropAppeal(sent.id)
    await Promise.all(latest.value.photos.map(({ key }) => dropFile(key)))
    return false
  }
  setAside(latest)
  return true
}

/** Under a new command; its photos belong to the order that exists, so they have to travel again. */
const setAside = (appeal: KeptAppeal): void => {
  const { value } = appeal
  const photos = value.photos.map((photo) => ({ ...photo, id: '' }))
  writeAppeal({ ...appeal, value: { ...value, commandId: '', photos }, progress: { state: 'saved' } })
}

const attempt = async (id: string): Promise<Outcome> => {
  const appeal = readAppeal(id)
  if (appeal?.progress.state !== 'waiting') return { kind: 'gone' }
  /** Writes down how far it got, unless the person has changed it or thrown it away. */
  let reached = appeal
  const note = (change: Partial<KeptAppeal>): void => {
    const latest = readAppeal(id)
    if (latest === undefined || !sameWords(latest, appeal)) return
    reached = { ...reached, ...change }
    writeAppeal(reached)
  }
  try {
    const { order, queryCode, accessToken, news } = await deliver(appeal, appeal.progress, (photos) =>
      note({ value: { ...appeal.value, photos } }),
    )
    // An earlier try whose answer was lost may have been the one that counted, with the words as they were then.
    const earlier = order.text !== appeal.value.text.trim()
    const receipt = { order, queryCode, news, from: id, at: Date.now() }
    keepReceipt({ ...receipt, changedSince: earlier })
    orderAccess.keep(order.number, accessToken)
    const rest = earlier || (await settle(appeal))
    if (earlier) setAside(readAppeal(id) ?? appeal)
    else if (rest) keepReceipt({ ...receipt, changedSince: true })
    return { kind: 'sent', number: order.number, rest }
  } catch (caught) {
    const problem = asProblem(caught)
    note({ progress: advance(appeal.progress, { type: 'failed', problem, at: Date.now() }) })
    const latest = readAppeal(id)
    if (latest === undefined) return { kind: 'gone' }
    return { kind: latest.progress.state === 'waiting' ? 'waiting' : 'to-correct', problem }
  }
}

/** Tries one appeal that waits; whoever asks while it is on its way hears the same answer. */
export const sendAppeal = (id: string): Promise<Outcome> => {
  const before = running.get(id)
  if (before !== undefined) return before
  const outcome = alone(`send:${id}`, () => attempt(id)).finally(() => {
    running.delete(id)
    underWay.set([...running.keys()])
  })
  running.set(id, outcome)
  underWay.set([...running.keys()])
  return outcome
}
