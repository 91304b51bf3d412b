/**
 * Words that may belong to somebody: numbers, plates, addresses, names with a title. Where in doubt they do: what is
 * lost is a proposal, what would be shown is a person. A bare name is found by no rule; see ADR 0016.
 */

const PATTERNS: readonly RegExp[] = [
  // Telephone, identity card, account: hotlines have five digits at most.
  /\d(?:[ -]?\d){5,}/,
  // 一三八零零…
  /[零〇一二三四五六七八九幺两]{5,}/,
  // 示范路 1 号, 3号楼, 502 室; not 1号线 and 6月1号.
  /(?<!\d)(?<!月 ?)\d+ ?(?:号(?!线)|栋|幢|弄|室|单元|号楼|户)/,
  /[零〇一二三四五六七八九十百两]+(?:号楼|号院|单元|栋|幢)|[零〇一二三四五六七八九]{2,}室/,
  // Plates, also 鲁F·12345.
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[a-z] ?[·•. -]? ?[a-z0-9]{4,6}/,
  // Passports, account names, codes of enterprises.
  /(?=[a-z0-9_-]*\d)(?=[a-z0-9_-]*[a-z])[a-z0-9_-]{6,}/,
  /@|https?:|www\./,
  /\p{Script=Han}(?:先生|女士|小姐|师傅|老师|医生|经理)/u,
  /\p{Script=Han}某(?![些个种项类地])|某某/u,
  /我叫|名叫|姓名|本人(?:姓|叫)|微信号|qq号|身份证号(?!码?(?:怎|如|忘|丢|错|查|变|升))/,
]

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')

/** @param known plain numbers that belong to offices. */
export const looksPersonal = (text: string, known: ReadonlySet<string> = new Set()): boolean => {
  const folded = fold(text).replace(/\d[\d-]{3,}\d/g, (number) =>
    known.has(number.replace(/-/g, '')) ? '' : number,
  )
  return PATTERNS.some((pattern) => pattern.test(folded))
}

const DIGIT = '[0-9０-９]'
/** What a report of an error is about: telephones of offices (0535-1234567, 400-123-4567) and days. */
const OFFICIAL = [
  `[0０]${DIGIT}{2,3}[ -]?${DIGIT}{7,8}(?!${DIGIT})`,
  `[48]00[ -]?${DIGIT}{3}[ -]?${DIGIT}{4}(?![ -]?${DIGIT})`,
  `20${DIGIT}{2}-${DIGIT}{1,2}-${DIGIT}{1,2}(?!${DIGIT})`,
].join('|')
/** Identity cards, mobile numbers, bank cards, account numbers; also spoken out, 一三八…. */
const OF_SOMEBODY = `\\+?${DIGIT}(?:[ -]?${DIGIT}){8,}[Xx]?|[零〇一二三四五六七八九幺两]{11,}`
const NUMBERS = new RegExp(`(?<!${DIGIT})(?:(?<official>${OFFICIAL})|${OF_SOMEBODY})`, 'gu')
const LEFT_OUT = '（号码已略去）'

/** A text without the long numbers that belong to somebody; shorter ones, and telephones of offices, stay. */
export const withoutPersonalNumbers = (text: string): string =>
  text.replace(NUMBERS, (found: string, official: string | undefined) =>
    official === undefined ? LEFT_OUT : found,
  )

const SENTENCE = /[^。！？!?；;\n]+[。！？!?；;]?/g
/** Salutations and thanks say nothing of the matter. */
const POLITE = /^(?:您好|你好|尊敬的|感谢|谢谢)/
const SHORTEST = 4

/** The sentences of a reply that speak of the matter alone; empty where there is none. */
export const generalSentences = (reply: string, known: ReadonlySet<string>): string =>
  (reply.match(SENTENCE) ?? [])
    .map((sentence) => sentence.trim())
    .filter(
      (sentence) => sentence.length >= SHORTEST && !POLITE.test(sentence) && !looksPersonal(sentence, known),
    )
    .join('')
