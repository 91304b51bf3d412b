import type { EntryContent } from './entryContent'
import type { Directory } from './standard'

export const ENTRY: EntryContent = {
  title: '停水了怎么办',
  phrasings: ['家里没水', '断水', '水停了', '什么时候来水'],
  shortAnswer: '先问邻居是不是一片停水，再拨打 12345。',
  sections: [{ heading: '办理步骤', text: '关阀门。\n打电话。' }],
  phones: [{ name: '12345 热线', number: '12345' }],
  links: [],
  source: { document: '烟政办发〔2021〕3号', item: '第11条' },
  unit: 'water',
  topic: 'utilities',
  districts: [],
  audience: [],
  related: [],
  checkedOn: '2026-11-20',
}

export const DIRECTORY: Directory = {
  phones: new Set(['12345', '05356000000']),
  units: new Set(['water', 'roads']),
  districts: new Set(['370602']),
  topics: new Set(['utilities']),
}
