/** Is it a question or a statement, and which of its words only make it so? Grammar, the same in every city. */
import type { QueryParts } from '../rules/relevance'
import { terms } from '../rules/tokens'

export type Shape = 'question' | 'statement'

const ASKING =
  '什么时候 什么 哪些 哪个 哪几 哪里 哪儿 哪家 哪方面 如何 怎么样 怎么办 怎么 怎样 多少 几点 是否 能否 可否 为什么 为何 有没有 是不是 能不能 可不可以 何时 几个 多久 几天 谁'
/** Patterns; 医保问题 is about 医保, but 打针出问题 is about a 问题. */
const AROUND =
  '请问 咨询一下 咨询 反映 投诉 举报 建议 希望 请求 关于 的问题 求助 呼吁 质疑 再次 恳请 要求 强烈 一下 有何 有关 进行 采取 对于 针对 相关 有关部门 领导 (?<![出有没])问题 事宜 内容 具体 反对 解决 尽快 严重 不合理'

/** Characters that join words and are rarely part of a name; a pair with one of them mostly straddles two words. */
const JOINING = new Set('是对在与和从为将被向由及或把让使给其该此于')

export const joins = (sign: string | undefined): boolean => sign !== undefined && JOINING.has(sign)

const words = (list: string): RegExp =>
  new RegExp(
    list
      .split(' ')
      .sort((a, b) => b.length - a.length)
      .join('|'),
    'g',
  )
const ASKED = words(ASKING)
const FILLERS = words(`${ASKING} ${AROUND}`)
const IS_QUESTION = /[?？]|什么|哪|如何|怎|多少|是否|能否|吗|几/

export interface QuestionWords {
  readonly shape: Shape
  /** True where the character at this place (UTF-16 offset) belongs to such a word. */
  readonly isFiller: (place: number) => boolean
}

/** What is asked about: the text without the words that only make a question or a petition of it. */
export const withoutFillers = (text: string): string => text.replace(FILLERS, ' ')

/** What a query shares with an entry of the pairs that only ask (什么, 几点) says nothing about its subject. */
export const queryParts = (text: string): QueryParts => ({
  asking: new Set(
    [...text.matchAll(ASKED)].flatMap(([word]) =>
      [...word].slice(1).map((sign, i) => `${word.charAt(i)}${sign}`),
    ),
  ),
  subject: new Set(terms(withoutFillers(text))),
})

export const questionWords = (text: string): QuestionWords => {
  const filler = new Set<number>()
  for (const match of text.matchAll(FILLERS))
    for (let i = 0; i < match[0].length; i += 1) filler.add(match.index + i)
  return { shape: IS_QUESTION.test(text) ? 'question' : 'statement', isFiller: (place) => filler.has(place) }
}
