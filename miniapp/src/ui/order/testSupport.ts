import type { MilestoneView } from '@jiesu/shared-types'

/** A running promise of five working days to citizens, as the portal gives it. */
export const milestone = (patch: Partial<MilestoneView> = {}): MilestoneView => ({
  type: 'finish',
  name: '办理完毕并答复',
  unit: 'working-days',
  amount: 5,
  limit: '5 个工作日',
  startAt: '2026-11-20T10:00:00+08:00',
  dueAt: '2026-11-28T00:00:00+08:00',
  dueWords: '11月27日（周五）24:00',
  provisional: false,
  reason: {
    rule: 'citizen',
    version: 1,
    precedence: 'requester-type',
    source: { document: '烟政办发〔2021〕3号', item: '第11条①' },
    text: '群众诉求 5 个工作日内办结。',
    statedByDocument: true,
  },
  round: 1,
  state: 'running',
  remainingWords: '',
  workingDays: ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'],
  ...patch,
})
