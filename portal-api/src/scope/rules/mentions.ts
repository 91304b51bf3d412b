/** Whether a word that stands in a text is meant: “不是信访”, 法院门口 and 挂着“法院”横幅 are mentions, not matters. */
import { before, CLAUSE_END, type ReadableText, type Span } from './readableText'

/** What may stand between a negation and the word that it denies: 没有去法院, 不想走仲裁, 未向他们. */
const BETWEEN =
  '(?:要|想|去|来|再|走|过|用|通过|经过|进行|申请|提起|提出|提交|参与|参加|是|为了|选择|什么|任何|在|向|给|有|跟|和|对|打算|准备|找|因为|关于|属于|涉及|正式|发生|出现|会|再|又|行政|劳动|法院|孩子|小孩|老人|家人|别人|他们|对方|有人|人|我们|我){0,4}'
/** Denied, or only feared: 怕着火 is no fire. */
const NEGATION = new RegExp(
  `(怕|担心|以免|避免|防止|预防|谨防|不是|不属于|不涉及|不想|不愿意|不愿|不打算|不准备|不需要|不用|不必|不要|不再|不会|不去|不走|并非|而非|无需|无须|没有|从未|尚未|未曾|没|未|别)${BETWEEN}$`,
)
/** 是不是, 要不要, 有没有: a question, not a denial. */
const QUESTION = /(.)[不没]\1$/
/** 特别, 区别 … end in 别 without denying anything. */
const NOT_A_PROHIBITION = /[特区分性个级辨识离告类差]别$/
/** 不得不, 不能不, 不是不, 并非没有: two negations affirm. */
const DENIED_DENIAL = /(不得|不能|不是|并非|没有|不会|无不|莫)$/

/** True when the words before the span deny it. */
export const isNegated = (text: ReadableText, span: Span): boolean => {
  const lead = before(text, span.start, CLAUSE_END)
  if (/不$/.test(lead)) {
    const word = text.chars.charAt(span.start)
    return lead.at(-2) !== word && !DENIED_DENIAL.test(lead.slice(0, -1))
  }
  const found = NEGATION.exec(lead)
  const negation = found?.[1]
  if (found === null || negation === undefined) return false
  const upTo = lead.slice(0, found.index + negation.length)
  if (QUESTION.test(upTo) || NOT_A_PROHIBITION.test(upTo)) return false
  return !DENIED_DENIAL.test(lead.slice(0, found.index))
}

/** After these a word names a place: 法院门口的路灯, 医院附近停水. */
const PLACE =
  /^(?:院|委|局|执行局|大楼|大院|机关|办公楼)?(?:[东南西北正大]?门|附近|旁|对面|对过|隔壁|路|街|周边|周围|后面|前面|楼下|站|宿舍|家属|小区|停车|工地)/

export const namesAPlace = (text: ReadableText, span: Span): boolean =>
  PLACE.test(text.chars.slice(span.end, span.end + 8))

const QUOTES: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['"', '"'],
]
/** Longer than this, the marks hold what the requester says, not words that they point at. */
const LONGEST_QUOTATION = 30

/** The stretches between quotation marks that are short enough to be a quotation. */
export const quotations = (text: ReadableText): Span[] =>
  QUOTES.flatMap(([open, close]) => {
    const spans: Span[] = []
    let start = text.chars.indexOf(open)
    while (start >= 0) {
      const end = text.chars.indexOf(close, start + 1)
      if (end < 0) break
      // A text that is nothing but one quotation is what the requester says.
      const isAll = end - start - 1 > (text.chars.length - 2) * 0.8
      if (end - start - 1 <= LONGEST_QUOTATION && !isAll) spans.push({ start: start + 1, end })
      start = text.chars.indexOf(open, end + 1)
    }
    return spans
  })

export const isWithin = (span: Span, outer: Span): boolean =>
  outer.start <= span.start && span.end <= outer.end
