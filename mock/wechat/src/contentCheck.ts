import { randomUUID } from 'node:crypto'

type Suggestion = 'pass' | 'review' | 'risky'

/** Labels of msgSecCheck v2: 100 normal, 10001 advertisement, 20001 … 21000 kinds of violation. */
interface Word {
  text: string
  suggest: Exclude<Suggestion, 'pass'>
  label: number
}

/** The last two are the test sentences of WeChat's own documentation of msgSecCheck. */
const WORDS: readonly Word[] = [
  { text: '测试违规词', suggest: 'risky', label: 21000 },
  { text: '代开发票加微信', suggest: 'risky', label: 20008 },
  { text: '测试疑似词', suggest: 'review', label: 21000 },
  { text: '扫码领红包', suggest: 'review', label: 10001 },
  { text: '特3456书yuuo莞6543李zxcz蒜7782法fgnv级', suggest: 'risky', label: 20001 },
  { text: '完2347全dfji试3726测asad感3847知qwez到', suggest: 'risky', label: 20001 },
]

/** Longest text of one check, in characters (msgSecCheck v2). */
export const LONGEST_CHECKED = 2500

export interface Verdict {
  errcode: 0
  errmsg: 'ok'
  result: { suggest: Suggestion; label: number }
  detail: object[]
  trace_id: string
}

/** The answer of msgSecCheck v2 for a text; the worst word decides. */
export const judge = (content: string): Verdict => {
  const found = WORDS.filter((word) => content.includes(word.text))
  const worst = found.find((word) => word.suggest === 'risky') ?? found[0]
  const suggest = worst?.suggest ?? 'pass'
  const label = worst?.label ?? 100
  return {
    errcode: 0,
    errmsg: 'ok',
    result: { suggest, label },
    detail: [
      { strategy: 'content_model', errcode: 0, suggest, label, prob: worst ? 90 : 10 },
      ...found.map((word) => ({
        strategy: 'keyword',
        errcode: 0,
        suggest: word.suggest,
        label: word.label,
        level: word.suggest === 'risky' ? 90 : 20,
        keyword: word.text,
      })),
    ],
    trace_id: randomUUID(),
  }
}
