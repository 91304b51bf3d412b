import { withoutRepeats } from './withoutRepeats'

const whole = (text: string) => [{ heading: '全文', text }]
const LONG = '先关闭表前阀门。'.repeat(12)

test.each([
  [
    'a short text under its own question',
    '水表冻裂了怎么办',
    '先关闭阀门。',
    whole('先关闭阀门。'),
    ['先关闭阀门。', 0],
  ],
  ['a short text under no question', '先关闭阀门。', '先关闭阀门。', whole('先关闭阀门。'), ['', 0]],
  [
    'the same in paragraphs',
    '问',
    '先关阀门。 再报修。',
    whole('先关阀门。\n再报修。'),
    ['先关阀门。 再报修。', 0],
  ],
  ['a long text: its beginning is not said before it', '问', `${LONG.slice(0, 79)}…`, whole(LONG), ['', 1]],
  ['a short answer of its own', '问', '请报修。', whole(LONG), ['请报修。', 1]],
  [
    'a short answer that only begins like the text',
    '问',
    '先关闭表前阀门。',
    whole(LONG),
    ['先关闭表前阀门。', 1],
  ],
  [
    'a question that is the beginning',
    `${LONG.slice(0, 39)}…`,
    LONG.slice(0, 80),
    whole(LONG.slice(0, 80)),
    [LONG.slice(0, 80), 0],
  ],
])('%s', (_, title, shortAnswer, sections, [said, parts]) => {
  const shown = withoutRepeats({ title, shortAnswer, sections })
  expect([shown.shortAnswer, shown.sections.length]).toEqual([said, parts])
})
