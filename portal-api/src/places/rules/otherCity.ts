/** Addresses that are in another city, and the number of that city's own 12345. */

interface OtherCity {
  /** 青岛 */
  readonly name: string
  /** With the zero: 0532. */
  readonly areaCode: string
}

/**
 * Municipalities, provincial capitals, cities with independent planning, and every city of the provinces of Shandong
 * and Fujian: where people who live, work or travel here most likely write of. Area codes: 工业和信息化部 电信网编号计划.
 */
const LISTED = `北京010 上海021 天津022 重庆023 广州020 南京025 武汉027 成都028 西安029 沈阳024 大连0411 长春0431
哈尔滨0451 石家庄0311 太原0351 呼和浩特0471 郑州0371 合肥0551 南昌0791 长沙0731 杭州0571 宁波0574 温州0577 福州0591
厦门0592 莆田0594 三明0598 泉州0595 漳州0596 南平0599 龙岩0597 宁德0593 济南0531 青岛0532 淄博0533 枣庄0632
东营0546 烟台0535 潍坊0536 济宁0537 泰安0538 威海0631 日照0633 临沂0539 德州0534 聊城0635 滨州0543 菏泽0530
深圳0755 珠海0756 汕头0754 东莞0769 佛山0757 苏州0512 无锡0510 南宁0771 海口0898 三亚0898 贵阳0851 昆明0871
拉萨0891 兰州0931 西宁0971 银川0951 乌鲁木齐0991`

const OTHER_CITIES: readonly OtherCity[] = LISTED.split(/\s+/).map((entry) => ({
  name: entry.replace(/\d+$/, ''),
  areaCode: entry.replace(/^\D+/, ''),
}))

/** 「青岛路」 is a road here; 「青岛市市南区」, 「在青岛」, 「青岛的」 are elsewhere. */
const says = (text: string, name: string): boolean =>
  new RegExp(
    `${name}市(?!场|民|政)|^(我|人)?(在|是|住)?${name}(的|那边|这边|$|[，。,\\s]|[\\u4e00-\\u9fff]{1,4}[区县])`,
  ).test(text)

/** @param own the city's own name; it and everything in it is no other city. */
export const otherCity = (text: string, own: string): OtherCity | undefined => {
  if (text.includes(`${own}市`)) return undefined
  return OTHER_CITIES.find(({ name }) => name !== own && says(text, name))
}
