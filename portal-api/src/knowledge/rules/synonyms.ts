/**
 * Words that people and offices use for the same thing. A query with one of them also finds the others, at a lower
 * weight (see `searchIndex.ts`). Only true equivalents belong here: a wrong pair answers a question nobody asked.
 */
export const SYNONYMS: readonly (readonly string[])[] = [
  ['医保', '医疗保险', '医疗保障'],
  ['社保', '社会保险'],
  ['社保卡', '社会保障卡'],
  ['公积金', '住房公积金'],
  ['个税', '个人所得税'],
  ['低保', '最低生活保障'],
  ['民工', '农民工', '务工人员'],
  ['欠薪', '拖欠工资', '不发工资', '工资拖着'],
  ['劳动仲裁', '劳动争议仲裁'],
  ['行政复议', '复议'],
  ['信息公开', '政府信息公开'],
  ['物业', '物业公司', '物业服务企业'],
  ['停电', '断电', '没电', '跳闸'],
  ['停水', '断水', '没水', '水断了', '水停了'],
  ['停气', '断气', '没煤气', '没燃气'],
  ['停暖', '停止供暖', '暖气不热', '不供暖', '供热'],
  ['煤气', '天然气', '燃气'],
  ['自来水', '供水'],
  ['扰民', '噪音', '噪声'],
  ['工地', '施工'],
  ['退货', '退款', '退钱'],
  ['打官司', '诉讼', '起诉', '告状'],
  ['律师', '法律咨询'],
  ['上访', '信访'],
  ['纪委', '纪检监察'],
  ['检察院', '检察服务'],
  ['报警', '110'],
  ['着火', '火灾', '起火', '失火'],
  ['急救', '120'],
  ['快递', '邮政业'],
  ['宽带', '电信', '手机话费'],
  ['护照', '出入境', '出境证件'],
  ['网购', '网上买', '直播间', '淘宝', '拼多多'],
  ['入境', '进境', '回国', '海关'],
  ['推诿', '踢皮球', '推来推去', '来回推', '推回来'],
  ['没动静', '没消息', '没回音', '没人联系'],
  ['老外', '外国人', '外籍人士'],
  ['企业', '公司'],
  ['进度', '办到哪', '处理到哪', '什么情况了'],
  ['撤回', '撤销', '取消', '不想投诉'],
  ['匿名', '不留名字', '不透露身份'],
  ['保密', '隐私', '泄露'],
  ['多久', '几天', '多长时间', '期限', '时限'],
  ['小孩', '孩子', '未成年'],
  ['救护车', '急救'],
  ['残联', '残疾人'],
  ['驿站', '快递'],
  ['预付卡', '预付费', '会员卡', '充值卡'],
  ['跑路', '关门', '停业'],
]

/** The other names of the things that `text` names; empty where it names none of the list. */
export const otherNames = (text: string): string[] => {
  const folded = text.normalize('NFKC').toLowerCase()
  return SYNONYMS.flatMap((group) => {
    if (!group.some((name) => folded.includes(name))) return []
    return group.filter((name) => !folded.includes(name))
  })
}
