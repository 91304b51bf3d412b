import { join } from 'node:path'
import { readNotices } from '../loadCalendar'
import { noticeFindings } from './noticeFindings'

const real = readNotices(join(__dirname, '../../../calendar'))
const of = (off: string[], worked: string[] = [], name = '元旦') => ({
  year: 2027,
  notices: ['https://www.gov.cn/example'],
  holidays: [{ name, off, worked }],
})

test.each(real.map((notice) => [notice.year, notice] as const))(
  'the notice of %s is right',
  (year, notice) => {
    expect(
      noticeFindings(
        notice,
        real.filter((other) => other.year < year),
      ),
    ).toEqual([])
  },
)

test.each<[string, ReturnType<typeof of>, RegExp[]]>([
  ['a right one', of(['2027-01-01', '2027-01-02'], ['2027-01-09']), []],
  ['days at the edges of the year', of(['2026-12-31', '2028-01-01'], ['2026-12-27']), []],
  ['a day of another year', of(['2026-10-01']), [/off\[0\]: 2026-10-01 is neither in 2027/]],
  ['a day that is not', of(['2027-02-29']), [/no day 2027-02-29/]],
  [
    'a make-up day on a Monday',
    of(['2027-01-01'], ['2027-01-04']),
    [/worked\[0\]: 2027-01-04 is no Saturday/],
  ],
  ['a day off twice', of(['2027-01-01', '2027-01-01']), [/off\[1\]: 2027-01-01 stands already under 元旦/]],
  ['a day both off and worked', of(['2027-01-02'], ['2027-01-02']), [/worked\[0\]: .*stands already/]],
  ['a day that 2026 has settled', of(['2027-01-01'], ['2026-12-26']), [/stands already under 年末 in 2026/]],
  ['no day off', of([]), [/元旦 has no day off/]],
  ['no address', { ...of(['2027-01-01']), notices: [] }, [/^notices: /]],
  ['no holiday', { ...of([]), holidays: [] }, [/^holidays: /]],
])('%s', (_what, notice, expected) => {
  const others = [{ year: 2026, notices: [], holidays: [{ name: '年末', off: ['2026-12-26'], worked: [] }] }]
  const findings = noticeFindings(notice, others)
  expect(findings).toHaveLength(expected.length)
  expected.forEach((pattern, i) => expect(findings[i]).toMatch(pattern))
})
