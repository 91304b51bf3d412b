import type { MilestoneView, OrderView } from '@jiesu/shared-types'
import { ORDER_STATUSES } from '@jiesu/shared-types/vocabulary'
import { nextStep } from './nextStep'

const NOW = new Date('2026-11-23T10:00:00+08:00')
const milestone = (patch: Partial<MilestoneView>): MilestoneView =>
  ({
    type: 'finish',
    name: '办理完毕并答复',
    startAt: '2026-11-23T09:00:00+08:00',
    dueAt: '2026-12-01T00:00:00+08:00',
    dueWords: '11月30日（周一）24:00',
    state: 'running',
    workingDays: [],
    ...patch,
  }) as MilestoneView
const EXPLAIN = milestone({
  type: 'explain',
  name: '先行答复',
  dueAt: '2026-11-23T10:30:00+08:00',
  dueWords: '11月23日（周一）10:30',
})
const view = (patch: Partial<OrderView>): OrderView =>
  ({ status: 'handling', unitName: '市水务局', milestones: [], allowed: [], ...patch }) as OrderView

test.each(ORDER_STATUSES)('%s: says what comes, in whole sentences', (status) => {
  const said = nextStep(view({ status }), NOW)
  expect(said).toMatch(/。$/)
  expect(said).not.toMatch(/undefined|。。/)
})

test('what the sentence on top does not say: the promise after the next one', () => {
  const finish = milestone({})
  const said = nextStep(view({ milestones: [finish, EXPLAIN], nextMilestone: EXPLAIN }), NOW)
  expect(said).toMatch(/^之后，最迟 11月30日（周一）24:00 前办理完毕并答复。/)
  expect(said).not.toContain('10:30')
})

test('a promise that is met, overtaken or the next one itself is not said again', () => {
  const finish = milestone({})
  const met = milestone({ ...EXPLAIN, state: 'met' })
  const gone = milestone({ ...EXPLAIN, state: 'void' })
  const said = nextStep(view({ milestones: [finish, met, gone], nextMilestone: finish }), NOW)
  expect(said).not.toContain('最迟')
})

test('overdue: who sees to it, and what the reader can do', () => {
  const late = { ...EXPLAIN, dueAt: '2026-11-23T09:59:00+08:00' }
  expect(nextStep(view({ milestones: [late], nextMilestone: late }), NOW)).toMatch(/^已经超过时限/)
  const may = view({ milestones: [late], nextMilestone: late, allowed: ['remind'] })
  expect(nextStep(may, NOW)).toContain('也可以催办')
})

test('a reply that waits: until when, and what happens without a word', () => {
  const replied = view({ status: 'replied', ratingOpenUntil: '2026-12-01T00:00:00+08:00' })
  expect(nextStep(replied, NOW)).toContain('11月30日（周一）24:00 前没有评价的，自动办结')
})

test('a decline that may be contested says so; another names the way that is left', () => {
  const declined = { status: 'declined' as const }
  expect(nextStep(view({ ...declined, allowed: ['contestDecline'] }), NOW)).toContain('异议')
  expect(nextStep(view(declined), NOW)).not.toContain('异议')
})
