import { spokenEntry } from './spokenEntry'

test('the short answer comes first, the body after whom to call', () => {
  expect(
    spokenEntry({
      title: '停暖怎么办',
      shortAnswer: '先联系供热企业。',
      phones: [{ name: '12345 热线', number: '12345' }],
      sections: [
        { heading: '先自己看一眼', text: '阀门是否打开。\n过滤器有没有堵。' },
        { kind: 'steps', heading: '办理步骤', text: '1. 关阀门。\n2. 打电话。' },
      ],
    }),
  ).toEqual([
    '停暖怎么办',
    '先联系供热企业。',
    '可以拨打 12345，12345 热线。',
    '先自己看一眼',
    '阀门是否打开。\n过滤器有没有堵。',
    '办理步骤',
    '第 1 步，关阀门。',
    '第 2 步，打电话。',
  ])
})
