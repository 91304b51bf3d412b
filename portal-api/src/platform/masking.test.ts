import { maskIdentifiers } from './masking'

test.each([
  ['请打13800000000找我', '请打…找我'],
  ['请打 138-0000-0000 或 0535 600 0000', '请打 … 或 …'],
  ['全角１３８００００００００也是号码', '全角…也是号码'],
  ['身份证 37060219800101002X，邮箱 wang.shifan@example.com', '身份证 …，邮箱 …'],
  ['3 号楼 1502 室，欠 12000 元', '3 号楼 1502 室，欠 12000 元'],
])('%s → %s', (text, masked) => expect(maskIdentifiers(text)).toBe(masked))
