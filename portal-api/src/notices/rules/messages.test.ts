import type { OrderEvent } from '../../orders/rules/events'
import { at, OPERATOR, REQUESTER, submitted } from '../../orders/rules/testSupport'
import { correctionClosed, messageOf } from './messages'
import { correctionInEnglish, messageInEnglish } from './messagesInEnglish'
import { REQUESTER_HEARS } from './whoHears'

const NOW = at('2026-11-24T10:00')
const by = OPERATOR
const about = {
  category: '给水管道漏水',
  unitName: (id: string) => (id === 'water-supply' ? '示范自来水公司' : undefined),
  now: NOW,
}
const { milestones } = submitted(at('2026-11-23T09:00'))
const promises = milestones.map((m) => ({ ...m, soonAt: m.dueAt }))
const until = at('2026-12-01T00:00')

/** One of every event that the requester hears. */
const EVENTS: readonly (readonly [OrderEvent, string])[] = [
  [
    { type: 'accepted', at: NOW, by, note: '', promises },
    '您反映的“给水管道漏水”已受理，最迟 11月30日（周一）24:00 前答复您。',
  ],
  [
    { type: 'declined', at: NOW, by, reason: '已经判决', goTo: '人民法院' },
    '您反映的“给水管道漏水”不在热线受理范围，原因和可以去的渠道写在工单里；不同意的话，可以请另一位工作人员再看。',
  ],
  [
    {
      type: 'declined',
      at: NOW,
      by,
      reason: '上月已经答复',
      goTo: '以前的答复',
      repeatOf: '2611217130589172',
    },
    '您反映的“给水管道漏水”以前已经办理并答复过，理由写在工单里；不同意的话，可以请另一位工作人员再看。',
  ],
  [
    { type: 'information-requested', at: NOW, by, question: '请问是几号楼？' },
    '您反映的“给水管道漏水”需要您补充情况：请问是几号楼？',
  ],
  [
    {
      type: 'extension-granted',
      at: NOW,
      by,
      days: 2,
      reason: '等配件',
      before: until,
      dueAt: at('2026-12-03T00:00'),
      soonAt: until,
      provisional: false,
    },
    '您反映的“给水管道漏水”经审核延期办理，最迟 12月2日（周三）24:00 前答复您。',
  ],
  [
    {
      type: 'replied',
      at: NOW,
      by,
      unitId: 'water-supply',
      publicReply: '已经修好。',
      internalAccount: '更换接头。',
      ratingOpenUntil: until,
      callbackFrom: until,
      nature: 'ordinary',
      points: [],
    },
    '示范自来水公司已经答复您反映的“给水管道漏水”，请您看看，并在 11月30日（周一）24:00 前评价。',
  ],
  [
    { type: 'redo-ordered', at: NOW, by, reason: '还漏', promises },
    '您反映的“给水管道漏水”重新办理，最迟 11月30日（周一）24:00 前答复您。',
  ],
  [
    {
      type: 'promise-recomputed',
      at: NOW,
      by,
      changes: [
        {
          milestone: 'finish',
          startAt: NOW,
          dueAt: at('2027-01-06T00:00'),
          soonAt: NOW,
          provisional: false,
          before: until,
        },
      ],
    },
    '节假日安排公布，您反映的“给水管道漏水”的时限已经确定，最迟 2027年1月5日（周二）24:00 前答复您。',
  ],
  [
    { type: 'concluded', at: NOW, by, how: 'rating-window-over', reason: '' },
    '您反映的“给水管道漏水”：评价时间已过，已经办结。',
  ],
]

test.each(EVENTS)('$type', (event, expected) => {
  expect(messageOf(event, about)).toBe(expected)
})

test('there is a sentence for what is told by message, and for nothing else', () => {
  const explained: OrderEvent = { type: 'cause-explained', at: NOW, by, text: '主管道破损，正在抢修。' }
  const merged: OrderEvent = {
    type: 'merged',
    at: NOW,
    by,
    into: '2611217130589172',
    reason: '同一处',
    leadReplies: 0,
  }
  expect(messageOf(explained, about)).toContain('主管道破损')
  // The number of the order that leads is nobody's but the desk's.
  expect(messageOf(merged, about)).not.toMatch(/2611/)
  const said = new Set([...EVENTS.map(([event]) => event), explained, merged].map((event) => event.type))
  expect([...said].sort()).toEqual(Object.keys(REQUESTER_HEARS).sort())
  const silent: readonly OrderEvent[] = [
    { type: 'submitted', at: NOW, by: REQUESTER },
    { type: 'first-viewed', at: NOW, by },
    { type: 'progress-noted', at: NOW, by, text: '内部情况', visible: false },
    { type: 'supervised', at: NOW, by, form: 'notice', text: '请尽快办理' },
    { type: 'card-issued', at: NOW, by, colour: 'red', milestone: 'finish', dueAt: NOW },
  ]
  for (const event of silent) expect([event.type, messageOf(event, about)]).toEqual([event.type, undefined])
  for (const event of silent) expect(messageInEnglish(event, about)).toBeUndefined()
})

test.each(['地址已经更正。', '地址已经更正，谢谢提醒。'])(
  'whoever reported an error is thanked once: %s',
  (outcome) => {
    expect(correctionClosed('水费怎么交', outcome).split('谢谢')).toHaveLength(2)
    expect(correctionInEnglish('水费怎么交', outcome).split(/谢谢|Thank/)).toHaveLength(2)
  },
)

test('a unit that is no longer in the city’s list is still somebody', () => {
  const [event] = EVENTS.find(([one]) => one.type === 'replied')!
  expect(messageOf(event, { ...about, unitName: () => undefined })).toMatch(/^承办单位已经答复/)
})

test.each(EVENTS)('$type is said in English as well', (event) => {
  const said = messageInEnglish(event, {
    ...about,
    category: 'Leaking water main',
    unitName: () => 'Demo Water',
  })
  // What people wrote stays as they wrote it.
  const own = said?.replace('请问是几号楼？', '')
  expect(own).toMatch(/^[A-Z][^\u3000-\u9fff\uff00-\uffef]+$/)
  expect(own).toMatch(/Leaking water main/)
})
