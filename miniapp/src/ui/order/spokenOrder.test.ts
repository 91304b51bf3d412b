import type { OrderView } from '@jiesu/shared-types'
import { spokenOrder } from './spokenOrder'
import { milestone } from './testSupport'

const NOW = new Date('2026-11-25T21:00:00+08:00')

/** Only what is heard. */
const order = (patch: Partial<OrderView>): OrderView =>
  ({
    sentence: '烟台市自来水有限公司正在办理。',
    status: 'handling',
    round: 1,
    milestones: [milestone()],
    asks: [],
    allowed: [],
    ...patch,
  }) as unknown as OrderView

test('while it is handled: where it is, how long it may take, what happens next', () => {
  expect(spokenOrder(order({}), NOW)).toEqual([
    '烟台市自来水有限公司正在办理。',
    '还剩 2 个工作日 3 小时，11月27日（周五）24:00 前办理完毕并答复，时限 5 个工作日。',
    '接下来：承办单位正在办理，办完会答复您。',
  ])
})

test('only promises of the present round that are still open are heard', () => {
  const milestones = [
    milestone({ round: 1 }),
    milestone({ round: 2, state: 'met', name: '先行答复' }),
    milestone({ round: 2, limit: '3 个工作日' }),
  ]
  expect(spokenOrder(order({ milestones }), NOW).filter((text) => text.includes('时限'))).toEqual([
    '还剩 2 个工作日 3 小时，11月27日（周五）24:00 前办理完毕并答复，时限 3 个工作日。',
  ])
})

test('a question is heard as long as it can be answered', () => {
  const question = '请写明是哪一条路？'
  expect(spokenOrder(order({ question, allowed: ['giveInformation'] }), NOW)).toEqual(
    expect.arrayContaining([
      '请您补充：请写明是哪一条路？',
      '接下来：请按“请您补充”写下情况，我们收到后继续办理。',
    ]),
  )
  expect(spokenOrder(order({ question }), NOW).join('')).not.toContain(question)
})

test('a reply is heard whole, then point by point, then until when it can be rated', () => {
  const spoken = spokenOrder(
    order({
      status: 'replied',
      milestones: [milestone({ state: 'met' })],
      allowed: ['rate'],
      ratingOpenUntil: '2026-12-01T00:00:00+08:00',
      reply: {
        at: '2026-11-25T20:00:00+08:00',
        round: 1,
        text: '管道已经修好。',
        unitName: '自来水公司',
        nature: 'ordinary',
      },
      asks: [
        {
          id: '1',
          text: '尽快修好',
          answer: { outcome: 'done', text: '昨晚已修好', unitName: '自来水公司' },
        },
        { id: '2', text: '修补路面' },
      ] as unknown as OrderView['asks'],
    }),
    NOW,
  )
  expect(spoken[1]).toBe('自来水公司答复：管道已经修好。')
  expect(spoken[2]).toMatch(/^第 1 点，尽快修好。.+：昨晚已修好$/)
  expect(spoken[3]).toMatch(/^接下来：请在 11月30日（周一）24:00 前评价。/)
  expect(spoken).toHaveLength(4)
})

test('a decline is heard with its reason and where to go', () => {
  const spoken = spokenOrder(
    order({
      status: 'declined',
      sentence: '这件事不在热线受理范围。',
      milestones: [],
      declined: { reason: '有专门的程序。', goTo: '请向复议机关申请。' },
    }),
    NOW,
  )
  expect(spoken).toEqual([
    '这件事不在热线受理范围。',
    '不受理的原因：有专门的程序。',
    '建议渠道：请向复议机关申请。',
  ])
})
