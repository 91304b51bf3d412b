/** Names of places in what people write: 芝罘屯路, 魅力之城小区, 泉星公园. Rough on purpose; how rare a name is decides later. */

const ENDINGS =
  '小区|公园|学院|大学|中学|小学|幼儿园|学校|大厦|广场|市场|花园|新城|新村|家园|公寓|大道|社区|医院|路|街|巷|苑|城|村|桥|站|园|院|府|湾|镇|里'
const NAME = new RegExp(`\\p{Script=Han}{1,8}?(?:${ENDINGS})`, 'gu')
/** What stands before a name and is none of it: the district, the verb, small words. */
const BEFORE =
  /^.*?(?:[省市区县]|投诉|反映|关于|咨询|建议|请问|希望|举报|位于|我是|我们|他们|的|在|于|和|与|对|给|到|从|因|由|为|是|了|把|被|将|请|该|本|这|那|某|个|有|及|等|向|致)/u

const bare = (match: string): string => {
  const rest = match.replace(BEFORE, '')
  return rest === match || [...rest].length < 2 ? match : bare(rest)
}

/** @returns names in the order in which they stand, one as often as it is said. */
export const placeNames = (text: string): string[] =>
  (text.match(NAME) ?? []).map(bare).filter((name) => [...name].length >= 2)
