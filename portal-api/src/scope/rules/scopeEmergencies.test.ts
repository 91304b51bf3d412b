import { join } from 'node:path'
import { loadCities } from '../../cities/loadCities'
import { checkScope } from './checkScope'

/** Danger now, and talk of danger: past, feared, general, or a matter for a unit. */
const CASES: Record<string, { now: string[]; notNow: string[] }> = {
  'emergency-fire': {
    now: [
      '我家厨房着火了怎么办',
      '楼下电动车烧起来了',
      '对面楼冒黑烟，好像着火了',
      '着火啦着火啦，幸福街道这边',
      '仓库起火了快派人来',
      '隔壁着火了，可能是电线老化',
    ],
    notNow: [
      '消防通道被堵，着火了怎么办',
      '去年楼下着火过一次，到现在线路也没换',
      '有人在楼道给电动车充电，怕着火',
      '我家煤气灶打不着火',
      '工厂烟囱天天冒黑烟',
      '晚上楼下烧烤火光冲天油烟大',
      '希望多办防火演练',
    ],
  },
  'emergency-gas-leak': {
    now: [
      '厨房有股煤气味怎么办',
      '从昨晚到现在厨房一直有煤气味',
      '天燃气泄漏了',
      '楼道里燃气味道很重',
      '家里煤气好像漏了',
      '小区门口挖断燃气管了，一直在漏气',
      '燃气报警器一直响，有味道',
    ],
    notNow: [
      '想装燃气泄漏报警器',
      '燃气管道什么时候铺到我们村',
      '请问煤气罐多久检测一次',
      '燃气管道施工挖断了路面没恢复',
      '屋里没有煤气味，就是打不着火',
      '天然气怎么开户',
    ],
  },
  'emergency-life': {
    now: [
      '我爸突然晕倒了',
      '老人摔倒起不来了，头上都是血',
      '有人掉海里了',
      '孩子误吞了电池',
      '工地上有人被砸了，流了好多血',
      '路边躺着个人一动不动，快叫救护车',
    ],
    notNow: [
      '工地上一个月前有人受伤，老板不给工伤赔偿',
      '河边没有护栏，怕孩子掉进河里',
      '老人在公交车上摔倒受伤，公交公司不赔',
      '地铁口有人晕倒过，建议放急救箱',
      '溺水多发水域请立警示牌',
      '老人心脏病药医保能报吗',
      '没有人受伤，就是护栏撞坏了',
    ],
  },
  'emergency-self-harm': {
    now: [
      '我不想活了',
      '有个女的站在天桥上要跳',
      '朋友说要自杀，联系不上了',
      '活着太累了想一死了之',
      '楼顶有人要跳楼',
      '孩子留了遗书不见了',
    ],
    notNow: [
      '热得我想死，什么时候通空调公交',
      '楼顶有人养鸽子',
      '考试压力大，建议学校开心理课',
      '楼顶要跳闸了似的嗡嗡响',
      '想跳广场舞没有场地',
      '去年有人在这座桥要跳河，请装护栏',
    ],
  },
  'emergency-crime': {
    now: [
      '有人在砸我家的门',
      '楼下打架了，有人拿刀',
      '我被人跟踪了很害怕',
      '老公又打我了，救救我',
      '有小偷进我家了',
      '孩子在商场走丢了',
      '被传销的人关起来了出不去',
    ],
    notNow: [
      '小偷多，希望加装监控',
      '前几天家里被偷了，派出所还没消息',
      '公园孩子玩的滑梯不见了',
      '小孩走丢了有没有防走失手环领',
      '楼上半夜打起来似的剁馅',
      '健身房被道德绑架消费，老板跑了',
      '邻居天天打骂孩子，请社区上门看看',
      '这笔钱是等着做手术的救命钱，请医保局尽快报销',
    ],
  },
  'emergency-traffic': {
    now: [
      '路口撞车了有人受伤',
      '刚才一辆车撞了老人跑了',
      '两车追尾堵在桥上',
      '我出车祸了',
      '电动车被大货车撞了，人躺在地上',
      '高架上三车追尾，有人受伤',
    ],
    notNow: [
      '路口经常发生车祸，请装红绿灯',
      '这里去年出过车祸，希望加减速带',
      '交通事故认定书怎么申请',
      '交通事故理赔找谁',
      '电动车撞坏了护栏',
      '路口撞车太多了，装个红绿灯吧',
    ],
  },
  'emergency-trapped': {
    now: [
      '我被困在电梯里了',
      '电梯停在半空，里面有小孩',
      '车被水淹了人出不来',
      '下海赶海被潮水困住了',
      '房子塌了，下面有人',
      '我们在山上迷路下不来了',
    ],
    notNow: [
      '电梯经常困人，物业不修',
      '被困电梯半小时，要求物业赔偿',
      '电梯坏了三天没人修',
      '请加强电梯维保，防止困人',
      '地下车库进水了',
      '山上迷路牌看不清',
    ],
  },
}

const cities = loadCities(join(__dirname, '../../../cities'))

const tables = [...cities.values()].flatMap((city) =>
  Object.entries(CASES).map(([rule, cases]) => ({ city, rule, ...cases })),
)

test('every emergency rule of every city is covered', () => {
  for (const city of cities.values()) {
    const emergencies = city.scopeRules.filter((rule) => rule.kind === 'emergency').map((rule) => rule.id)
    expect(emergencies.sort()).toEqual(Object.keys(CASES).sort())
  }
})

describe.each(tables)('$city.id: $rule', ({ city, rule, now, notNow }) => {
  const check = (text: string) => checkScope(city.scopeRules, { requester: 'citizen', facts: [] }, text)

  test.each(now)('call now: %s', (text) => {
    const findings = check(text)
    expect(findings.map((f) => f.rule)).toContain(rule)
    // Whatever else is found stands below the call.
    expect(findings[0]?.kind).toBe('emergency')
  })

  test.each(notNow)('no emergency: %s', (text) => {
    expect(check(text).filter((f) => f.kind === 'emergency')).toEqual([])
  })
})
