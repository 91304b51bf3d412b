import type { SearchableEntry } from '../knowledgeSearch'
import { asDocument, digestOf } from './asDocument'

const entry: SearchableEntry = {
  id: 'card',
  city: 'yantai',
  topic: 'security',
  title: '社保卡丢了怎么补办？',
  phrasings: ['补社保卡'],
  shortAnswer: '拨 12333。',
  body: '带身份证到窗口。',
}

test('holds the texts, and how the questions begin, go on and sound', () => {
  expect(asDocument(entry)).toMatchObject({
    key: 'yantai/card',
    city: 'yantai',
    districts: [],
    audience: [],
    title: '社保卡丢了怎么补办？',
    body: '带身份证到窗口。',
    characters: ['社', '保', '卡', '丢', '怎', '补', '办'],
    begins: ['社保卡丢了怎么补办', '补社保卡'],
  })
  const { holds, heard, initials } = asDocument(entry)
  expect(holds).toEqual(expect.arrayContaining(['卡丢了怎么补办', '社保卡']))
  // Without the sounds that many speakers do not tell apart.
  expect(heard).toEqual(expect.arrayContaining(['sebaokadiulezenmebuban', 'busebaoka', 'kadiulezenmebuban']))
  expect(initials).toEqual(expect.arrayContaining(['sbkdlzmbb', 'bsbk', 'sbk']))
})

test('the title of a document is no question to choose, but it is heard', () => {
  const title = '关于印发医疗保险工作实施方案的通知'.repeat(3)
  const { begins, holds, heard } = asDocument({ ...entry, title, phrasings: [] })
  expect([begins, holds]).toEqual([[], []])
  expect((heard as string[]).some((sound) => sound.startsWith('yiliaobaoxian'))).toBe(true)
})

test('two portals agree on the digest, whatever they leave out; another word is another digest', () => {
  expect(digestOf({ ...entry, districts: [], audience: undefined })).toBe(digestOf(entry))
  expect(digestOf({ ...entry, body: '带身份证到窗口' })).not.toBe(digestOf(entry))
  expect(digestOf({ ...entry, districts: ['laishan'] })).not.toBe(digestOf(entry))
})
