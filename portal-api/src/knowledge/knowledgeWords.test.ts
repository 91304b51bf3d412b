/**
 * A word or two, as people type on a phone, often in a hurry and not as the entries have it: the entry that answers must
 * stand first. Names and numbers may stand in the data as they are typed.
 */
import { join } from 'node:path'
import { asSearchable, createKnowledgeViews } from './knowledge.view'
import { loadKnowledge } from './knowledgeData'
import { makeOwnSearch } from './search/ownSearch'
import { loadSynonyms } from './synonymData'

/** The entry (id without city), then what people type. */
type Asked = readonly [string, ...string[]]

const IN_BOTH: Asked[] = [
  ['gas-smell', '臭鸡蛋味', '瓦斯味', '有臭鸡蛋味'],
  ['psychological-12356', '跳楼', '有人要自杀', '自残', '有人要跳楼'],
  ['first-aid', '晕倒了', '心脏病', '救护车', '中暑', '孩子发高烧抽搐', '噎住了', '老人摔倒了不敢扶'],
  ['poisoning', '一氧化碳中毒', '煤气中毒', '喝农药了', '吃错药了', '食物中毒'],
  ['rescue', '触电', '溺水', '有人跳河', '电线掉下来了', '变压器冒火'],
  ['lift-trapped', '电梯困人', '电梯关人', '困在电梯里', '电梯里有人出不来'],
  ['police-report', '小偷', '有人打架', '手机被偷', '被人打了', '抢劫', '家里被盗', '有人持刀', '员工偷东西'],
  ['crime-report', '赌场', '黑社会', '毒品', '打麻将赌钱', '色情'],
  ['fraud-96110', '电诈', '杀猪盘', '银行卡被盗刷'],
  ['safety-report', '举报危化品', '安全帽都不戴', '厂房漏电'],
  ['storm', '台风', '暴雨积水', '下雨淹水', '下雪路滑没人扫', '车库进水'],
  ['emergency-numbers', '马蜂窝', '蛇进家', '被蛇咬了', '山火'],
  ['what-is-12345', '12345', '12345是什么', '12345 是啥'],
  ['channels', '打不通12345', '12345占线', '人工', '转人工'],
  ['submit', '怎么投诉', '如何投诉'],
  ['lookup', '工单号'],
  ['overdue', '催单', '投诉没人回'],
  ['limits-overview', '处理时间'],
  ['redo', '重办'],
  ['withdraw', '撤诉'],
  ['supervision', '办事窗口态度差'],
  ['social-security-12333', '12333', '灵活就业怎么交社保', '养老保险怎么交'],
  ['price-12358', '12358'],
  ['power-outage', '台风停电', '家里无电'],
  [
    'water-outage',
    '停水了找谁',
    '屋里无水',
    '自来水公司投诉',
    '家里停水了快三天，打自来水公司没人管，我要投诉自来水公司',
  ],
  ['pipe-leak', '水龙头流黄水', '黄水', '水浑', '爆管'],
  ['electricity-bill', '阶梯电价', '电价多少'],
  ['night-construction', '工地晚上吵死人', '半夜工地打桩'],
  ['social-noise', '楼上半夜蹦迪', '狗天天叫', '楼上孩子跑跳吵死了', '周末装修', '装修时间几点到几点'],
  ['dog-bite', '猫咬', '办狗证', '打狂犬疫苗去哪'],
  ['driving-licence', '车检', '车年审', '摩托车'],
  ['traffic-offence', '闯红灯扣分', '酒驾怎么处理', '违停罚单', '扣分', '醉驾'],
  ['traffic-accident', '高速', '车被刮了找不到人', '肇事逃逸', '高速上抛锚'],
  ['garbage', '厕所', '公厕'],
  ['street-trading', '路边烧烤'],
  ['road-damage', '修路修了半年', '门口的路坏了'],
  ['environment-12369', '水污染', '烧秸秆', '鱼死了一片'],
  ['agriculture-12316', '养猪', '土地流转'],
  ['transport-12328', '公交卡怎么办'],
  ['parking', '车位能卖给外人吗'],
  ['telecom-12300', '网断了', 'wifi老断', '手机号被注销', '5G信号差'],
  ['bank-insurance', '网贷暴力催收', '房贷利率', '校园贷'],
  ['consumer-complaint', '装修公司跑路'],
  ['triple-compensation', '缺斤少两'],
  ['food-safety', '学校食堂不干净'],
  ['court-12368', '欠钱不还', '借条', '欠条', '老赖', '判决书'],
  ['discipline-12388', '举报贪官'],
  ['procuratorate-12309', '警察不管'],
  ['bride-price', '彩礼', '彩礼能退吗'],
  ['adoption', '领养', '收养孩子', '捡到弃婴'],
  ['late-payment', '政府欠钱不还'],
  ['reconsideration', '民告官', '告官', '执法人员乱罚款'],
  ['family', '遗产'],
  ['medical-elsewhere', '异地看病报销', '外地医保在这里能用吗'],
  ['medical-insurance', '慢性病报销', '医保卡怎么用'],
  ['maternity', '生娃报销', '哺乳假'],
  ['health-12320', '挂不上号', '核酸'],
  ['medical-dispute', '医疗事故'],
  ['blood', '献血'],
  ['housing-fund-12329', '公积金'],
  ['land-12336', '卖房'],
  ['add-lift', '加装电梯', '一楼不同意装电梯怎么办'],
  ['rural-house', '农村自建房', '宅基地审批', '农村盖房'],
  ['new-home', '预售房'],
  ['fire-lane', '邻居在楼道里放鞋柜', '飞线充电'],
  ['owners', '外墙脱落'],
  ['illegal-building', '公共区域被占'],
  ['property-management', '物业乱收费', '小区门禁坏了'],
  ['dismissal', '试用期辞退'],
  ['resign', '辞工'],
  ['unpaid-wages', '拖欠工姿', '工資拖欠', '欠新'],
  ['overtime-and-leave', '年假', '加班费', '过年三倍工资'],
  ['minimum-wage', '最低工资', '工资没发够最低标准'],
  ['labour-inspection', '童工', '996', '试用期不交社保'],
  ['work-injury', '工伤赔偿多少', '外卖骑手受伤'],
  ['contract-change', '调岗降薪', '公司搬家不想去', '竞业限制'],
  ['sick-leave', '病假工资', '医疗期'],
  ['hot-weather', '高温补贴', '高温费'],
  ['funeral-benefit', '丧葬费', '抚恤金'],
  ['veterans', '退役', '当兵', '退伍军人', '优待证'],
  ['civil-12349', '公墓', '流浪汉'],
  ['minimum-living', '五保', '五保户'],
  ['child-allowance', '育儿补贴', '三孩', '生孩子补贴'],
  ['deed-tax', '契税', '二手房交税'],
  ['tax-12366', '小规模纳税人', '出口退税', '个体户要交税吗'],
  ['name-change', '改姓', '改名字'],
  ['student-aid', '大学', '助学金', '助学贷款'],
  ['policy-consult', '营业执照怎么办', '人才补贴', '稳岗补贴'],
  ['enterprise-appeal', '用电报装'],
  ['permits', '食品经营许可证', '开饭店要办什么证', '消防验收', '环评', '排污许可证'],
  ['annual-report', '企业年报', '经营异常名录'],
  ['bidding', '招标不公平', '围标', '政府采购投诉'],
]
const IN_YANTAI: Asked[] = [
  ['heating-outage', '屋里冻死了'],
  ['limit-outage', '停电停水停气'],
]
const IN_FUZHOU: Asked[] = [
  ['central-heating', '屋里冻死了'],
  ['power-outage', '停电停水停气'],
  ['transport-12328', '地铁'],
]

/** Two entries answer, or the word means two things. */
const AMONG_THREE: Asked[] = [
  ['work-injury', '工丧'],
  ['maternity', '产假被辞退'],
  ['court-12368', '合同纠纷'],
  ['neighbour-mediation', '欠钱不还'],
  ['power-outage', '停电停水停气'],
  ['storm', '台风停电'],
]

const base = loadKnowledge(join(__dirname, '../../cities'), ['yantai', 'fuzhou'])
const views = createKnowledgeViews(
  base,
  makeOwnSearch(
    base.items.map(asSearchable),
    loadSynonyms(join(__dirname, '../../cities'), ['yantai', 'fuzhou']),
  ),
)
const asked = [
  ...['yantai', 'fuzhou'].map((city) => [city, IN_BOTH] as const),
  ['yantai', IN_YANTAI] as const,
  ['fuzhou', IN_FUZHOU] as const,
].flatMap(([city, list]) =>
  list.flatMap(([entry, ...words]) => words.map((word) => [city, word, entry] as const)),
)

test.each(asked)('%s: %s', async (city, q, entry) => {
  const { hits } = await views.searchKnowledge({ city, q, limit: 3 })
  expect(hits.map(({ id }) => id)[0]).toBe(`${city}-${entry}`)
})

test.each(
  ['yantai', 'fuzhou'].flatMap((city) =>
    AMONG_THREE.map(([entry, word]) => [city, word ?? '', entry] as const),
  ),
)('%s: %s, among the first three', async (city, q, entry) => {
  const { hits } = await views.searchKnowledge({ city, q, limit: 3 })
  expect(hits.map(({ id }) => id)).toContain(`${city}-${entry}`)
})

test('no word is asked twice', () => {
  const words = asked.map(([city, word]) => `${city} ${word}`)
  expect(words).toEqual([...new Set(words)])
})
