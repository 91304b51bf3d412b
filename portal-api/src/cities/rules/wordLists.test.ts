import type { ScopeRule } from '../cityData'
import { expandWordLists } from './wordLists'

const rule = (match: ScopeRule['match']): ScopeRule => ({
  id: 'fire',
  version: 1,
  kind: 'emergency',
  name: '火灾',
  title: '着火了',
  text: '请拨打 119',
  match,
  channels: [],
})
const lists = { past: ['去年', '以前'], fire: ['着火', '起火'] }

test('a name stands for all words of its list, wherever words may stand', () => {
  const written = rule([
    { any: ['@fire', '失火'], with: [['快'], ['@past', '现在']], except: ['@fire'], unless: ['@past', '怕'] },
    { any: ['冒烟'] },
  ])
  const { rules, findings } = expandWordLists([written], lists)
  expect(findings).toEqual([])
  expect(rules[0]?.match).toEqual([
    {
      any: ['着火', '起火', '失火'],
      with: [['快'], ['去年', '以前', '现在']],
      except: ['着火', '起火'],
      unless: ['去年', '以前', '怕'],
    },
    { any: ['冒烟'] },
  ])
})

test('a name without a list, and a list without a use, are findings', () => {
  const { findings } = expandWordLists(
    [rule([{ any: ['着火'] }, { any: ['起火'], with: [['快', '@far']] }])],
    { past: ['去年'] },
  )
  expect(findings).toEqual([
    {
      file: 'scope.json',
      path: 'rules[0].match[1].with[0][1]',
      message: '没有名为 "far" 的词表，请先写进 lists',
    },
    { file: 'scope.json', path: 'lists.past', message: '没有规则用到词表 "past"，请删去或改正名称' },
  ])
})
