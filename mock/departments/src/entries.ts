import type { UnitSystem } from './systems'

/** Lines that a unit's system pushes into the knowledge: true of the city's document, and marked as the demo's. */
const ENTRIES: Readonly<Record<string, readonly object[]>> = {
  'demo-yantai-water-supply': [
    {
      id: 'GS-0001',
      why: '业务系统每日同步',
      entry: {
        title: '停水报修后多久有人说明原因',
        phrasings: ['停水多久有人回话', '报了停水没人理', '停水原因多久告诉我', '停水了要等多久'],
        shortAnswer: '停水诉求派到承办单位后，半小时内说明原因。',
        sections: [
          { heading: '多久有人说明原因', text: '停水、停电、停气、停暖的诉求，承办单位半小时内说明原因。' },
          { heading: '怎么跟进', text: '用工单编号和查询码在“查进度”里看，也可以拨打 12345。' },
        ],
        phones: [{ name: '12345 热线', number: '12345' }],
        source: { document: '烟政办发〔2021〕3号', item: '第11条③' },
        topic: 'utilities',
        checkedOn: '2026-11-20',
      },
    },
    { id: 'GS-0002', entry: { title: '还没有写完的一条', topic: 'utilities', checkedOn: '2026-11-20' } },
  ],
  'demo-fuzhou-market-regulation': [
    {
      id: 'SJ-0001',
      why: '业务系统每日同步',
      entry: {
        title: '消费纠纷打 12345 还是 12315',
        phrasings: ['买东西被骗打哪个电话', '12315 和 12345 有什么区别', '消费投诉电话', '退款纠纷打哪里'],
        shortAnswer: '两个号码都可以：12315 保留号码和座席，与 12345 双号并行。',
        sections: [
          { heading: '打哪个', text: '12315 和 12345 都可以，两条热线可以互相转接。' },
          { heading: '多久办好', text: '行政调解和执法办案按照法律法规规章规定的时限办理。' },
        ],
        phones: [
          { name: '消费者投诉举报专线', number: '12315' },
          { name: '12345 热线', number: '12345' },
        ],
        source: { document: '榕政办〔2021〕104号', item: '附件二、双号并行 第7行' },
        topic: 'consumer',
        checkedOn: '2026-11-20',
      },
    },
  ],
}

/** Pushes what the system keeps, all of it, as a nightly run does. @returns the portal's answer. */
export const pushEntries = async (portal: string, { id, token }: UnitSystem): Promise<unknown> => {
  const lines = ENTRIES[id]
  if (lines === undefined) return { results: [] }
  const answer = await fetch(new URL('/api/v1/exchange/knowledge', portal), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ lines }),
  })
  return answer.json()
}
