import { groupsOf, isLong } from './sectionParts'

const section = (kind: 'steps' | 'materials' | 'fees' | 'limits' | undefined, text: string) => ({
  ...(kind === undefined ? {} : { kind }),
  heading: '小标题',
  text,
})

test('facts that follow each other stand together, everything else alone', () => {
  const kinds = [
    section(undefined, '甲'),
    section('fees', '乙'),
    section('limits', '丙'),
    section('steps', '丁'),
    section('fees', '戊'),
  ]
  expect(groupsOf(kinds).map((group) => group.map(({ kind, at }) => `${kind} ${String(at)}`))).toEqual([
    ['other 0'],
    ['fees 1', 'limits 2'],
    ['steps 3'],
    ['fees 4'],
  ])
})

test.each([
  ['steps', '1. 填表\n2、交表\n（3）取证\n第四步：归档\n⑤ 完成', ['填表', '交表', '取证', '归档', '完成']],
  ['steps', '3.5 米以上的先报备\n110 报警', ['3.5 米以上的先报备', '110 报警']],
  ['materials', '- 身份证；\n• 户口簿，\n\n□ 照片 2 张', ['身份证', '户口簿', '照片 2 张']],
  [undefined, '1. 原样\n- 原样', ['1. 原样', '- 原样']],
] as const)('the signs before lines of %s are the page’s own: %j', (kind, text, lines) => {
  expect(groupsOf([section(kind, text)])[0]?.[0]?.lines).toEqual(lines)
})

test('a list of contents is for many parts and for long ones', () => {
  const short = section(undefined, '短')
  const long = section(undefined, '长'.repeat(350))
  expect(isLong([short, short, short, short])).toBe(false)
  expect(isLong([short, short, short, short, short])).toBe(true)
  expect(isLong([long, long])).toBe(false)
  expect(isLong([long, long, short])).toBe(true)
})
