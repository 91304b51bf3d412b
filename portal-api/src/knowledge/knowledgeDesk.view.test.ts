import type { City } from '../cities/cityData'
import type { StaffCaller } from '../identity/caller'
import { listView } from './knowledgeDesk.view'
import type { LifeSummary } from './lives.store'

const NOW = new Date('2026-11-23T09:00:00+08:00')
const CITY = { units: [{ id: 'water', name: '供水企业' }] } as unknown as City
const EDITOR: StaffCaller = { id: 'e', name: '甲', role: 'knowledge-editor', city: 'yantai', unitId: 'water' }
const REVIEWER: StaffCaller = { id: 'r', name: '乙', role: 'knowledge-reviewer', city: 'yantai' }

const summary = (change: Partial<LifeSummary>): LifeSummary => ({
  id: 'x',
  title: '停水了怎么办',
  unit: 'water',
  stage: 'none',
  live: true,
  withdrawn: false,
  openTasks: [],
  ...change,
})
const openTasks = [{ kind: 'correction' as const, due: NOW }]
const mine = (staff: StaffCaller, change: Partial<LifeSummary>) =>
  listView(staff, CITY, [summary(change)], { queue: 'mine', q: '' }, NOW).counts.mine

test.each<[string, Partial<LifeSummary>, number, number]>([
  ['nothing to do', {}, 0, 0],
  ['an open task', { openTasks }, 1, 0],
  ['an open task beside a draft', { openTasks, stage: 'draft' }, 1, 0],
  ['an open task while others decide', { openTasks, stage: 'unit-review' }, 0, 0],
  [
    'an urged task, whatever else is done',
    { openTasks: [{ ...openTasks[0]!, urged: true }], stage: 'unit-review' },
    1,
    0,
  ],
  ['a version to publish', { stage: 'to-publish' }, 0, 1],
  ['an open task of what no unit keeps', { openTasks, unit: 'gone' }, 0, 1],
])('待我办理: %s', (_what, change, editor, reviewer) => {
  expect([mine(EDITOR, change), mine(REVIEWER, change)]).toEqual([editor, reviewer])
})
