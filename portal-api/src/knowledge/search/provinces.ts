/** Which provinces a text names: what another province decided is seldom the answer. Names as everybody uses them. */

const NAMES =
  /北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门/g
/** A text says at its beginning who speaks, and to whom. */
const BEGINNING = 80
const NONE: readonly string[] = []

export const provincesIn = (text: string): readonly string[] => text.match(NAMES) ?? NONE

export const provincesAtBeginning = (text: string): readonly string[] =>
  provincesIn(text.trimStart().slice(0, BEGINNING))

/** A question without a place asks here; a text that names some province is then less likely, but may be meant. */
const UNASKED = 0.25

/** How foreign a text is that names these at its beginning: 1 where the question asks for others, 0 where it fits. */
export const foreignness = (asked: readonly string[], named: readonly string[]): number => {
  if (named.length === 0) return 0
  if (asked.length === 0) return UNASKED
  return named.some((name) => asked.includes(name)) ? 0 : 1
}
