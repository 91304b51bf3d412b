/**
 * What fictional citizens write and units answer (`portal-api/demo`). Every place is made up: 示范路, 样例家园.
 */
import type { AppealKind, RequesterType } from '@jiesu/shared-types'
import appeals from '../../demo/appeals.json'
import contested from '../../demo/contested.json'
import type { City } from '../cities/cityData'
import type { Dice } from './dice'

export interface DemoAppeal {
  readonly category: string
  readonly kind: AppealKind
  readonly requester: RequesterType
  readonly text: string
  /** What the unit answers in the end. */
  readonly reply: string
  /** What is asked for, point by point, where it is more than one thing. */
  readonly asks: readonly string[]
  /** How others write about the same thing. */
  readonly alike: readonly string[]
  /** Outside the scope: why it is declined, where to go, and how the requester contests that. */
  readonly refusal?: { readonly reason: string; readonly goTo: string; readonly contest: string }
}

interface Written {
  readonly category: string
  readonly kind: string
  readonly who?: string
  readonly text: string
  readonly reply?: string
  readonly asks?: readonly string[]
  readonly alike?: readonly string[]
  readonly decline?: string
  readonly goTo?: string
  readonly contest?: string
}

const read = (written: Written): DemoAppeal => {
  const { category, text, reply = '', asks = [], alike = [], decline, goTo, contest } = written
  return {
    category,
    // Written by hand in the file, whose words `seedOrders.test.ts` compares with the vocabulary.
    kind: written.kind as AppealKind,
    requester: written.who === 'enterprise' ? 'enterprise' : 'citizen',
    text,
    reply,
    asks,
    alike,
    ...(decline === undefined || goTo === undefined || contest === undefined
      ? {}
      : { refusal: { reason: decline, goTo, contest } }),
  }
}

/** The appeals that fit a city: its categories, and its kinds (a 举报 is a 投诉 where the city does not name it). */
export const demoAppeals = (city: City): readonly DemoAppeal[] => {
  const categories = new Set(city.categoryGroups.flatMap((group) => group.categories.map(({ id }) => id)))
  const kinds = new Set(city.profile.kinds.map(({ id }) => id))
  return [...appeals, ...contested]
    .map(read)
    .filter(({ category }) => categories.has(category))
    .map((appeal) => (kinds.has(appeal.kind) ? appeal : { ...appeal, kind: 'complaint' }))
}

export const ROADS = ['示范路', '样例街', '演示大道', '试点路', '示范一巷', '样例北路'] as const
export const ESTATES = ['示范花园', '样例家园', '演示新村', '试点苑', '示范小区', '样例华庭'] as const
export const PEOPLE = [
  '王女士',
  '李先生',
  '张先生',
  '刘女士',
  '陈女士',
  '杨先生',
  '赵先生',
  '黄女士',
] as const
export const ENTERPRISES = ['示范商贸有限公司', '样例食品有限公司', '演示机械有限公司'] as const

/** Puts one place into a text. */
export const placed = (text: string, place: { road: string; estate: string; building: number }): string =>
  text
    .replaceAll('{路}', place.road)
    .replaceAll('{小区}', place.estate)
    .replaceAll('{楼}', String(place.building))

const PHRASES = {
  question: [
    '请补充具体位置，例如靠近哪个路口、几号楼。',
    '请补充发生的时间和对方的名称，方便承办单位核实。',
    '请说明您希望怎样解决，有照片或凭据的话请写明。',
  ],
  information: [
    '补充一下：就在小区东门往南五十米，晚上七点以后最明显。',
    '时间是上周六下午，有照片和小票可以提供。',
  ],
  cause: [
    '初步查明是设备故障，抢修人员已经到现场，预计两小时内恢复。',
    '原因是线路受损，正在更换，恢复后会再告诉您结果。',
  ],
  progress: [
    '已派人到现场查看，正在联系有关方面商量处理办法。',
    '所需的材料已经订购，到货后马上安排施工。',
    '已与物业约好时间，明天上午一起到现场。',
  ],
  internal: ['与街道核对过管理边界，由我单位牵头。', '现场照片三张已存档，等材料到货。'],
  account: [
    '接单当天派员到现场，情况属实，按职责处理完毕，影像资料已存档。',
    '由一线班组处理，负责人现场复核，办理材料齐全。',
    '与属地街道共同办理，处理前后照片已存档。',
  ],
  supplement: ['今天又发生了一次，比上次还严重。', '补充：这件事邻居也遇到了，大家都希望能解决。'],
  reminder: ['好几天了还没有动静，请帮忙催一下。', '老人行动不便，希望能快一点。', ''],
  extension: ['所需配件要从外地调运，请求延期。', '需要与产权单位协商施工时间，请求延期。'],
  granted: ['情况属实，同意延期，请按新的时限办结。', '确需等待配件，同意。'],
  refused: ['可以先采取临时措施，不同意延期。', '不属于不可控的原因，请按原时限办理。'],
  returned: ['经核对职责规定，这件事不由我单位管理。', '地点不在我单位的管理范围内。'],
  evidence: ['本单位职责规定第五条；现场位置图一张。', '管理界线图，见所附说明。'],
  upheld: ['核对职责规定，确属其他单位，重新派单。', '退单理由成立，请受理员重新派单。'],
  returnRefused: ['职责规定写明由贵单位负责，请继续办理。', '退单依据不足，请按首接负责制办理。'],
  referred: ['两个单位的职责规定都没有写明，提请编办裁定。'],
  ruling: ['经研究，由该单位牵头办理，其他单位配合。'],
  supervision: ['已经超过时限，请说明原因，三日内办结并反馈。', '请单位负责人过问，尽快答复诉求人。'],
  supervisionAnswer: ['已由分管负责人督促，本周内完成并答复诉求人。', '超时是因为现场条件限制，已增派人手。'],
  urgency: ['涉及老人和病人，请优先办理。', '网上反映较多，请尽快处置。'],
  contact: ['已与诉求人通话，约好上门时间。', '电话核实了具体位置和要求。'],
  invite: ['请一同到现场，负责各自管理的部分。'],
  merge: ['同一地点、同一问题，合并办理。'],
  unmerge: ['核对后不是同一个地点，恢复单独办理。'],
  redispatch: ['改由更直接负责的单位办理。'],
  withdrawal: ['问题已经自己解决了，谢谢。', '和物业商量好了，不用再办。', ''],
  unsolved: [
    '答复说修好了，可是今天去看还是老样子。',
    '只是打了个电话，没有人来处理。',
    '好了两天又不行了。',
  ],
  partly: ['一部分解决了，还有一处没有弄好。', '清理过一次，后来又堆起来了。'],
  pleased: ['处理得很快，谢谢！', '师傅很耐心，问题解决了。', '', '', ''],
  fair: ['办得有点慢，不过解决了。', ''],
  law: ['虽然解释了规定，我还是不太满意。', '知道是依法处理，只是希望能赔得多一些。'],
  redo: ['核实后确实没有办到位，请继续办理。', '诉求人提供了新的照片，情况属实，请重新办理。'],
  again: [
    '接到重办通知后，我们再次到现场，找到上次遗漏的地方并处理完毕，已请您当面确认。',
    '我们重新安排人员彻底处理，并在三天后回头看，没有再出现同样的问题。',
  ],
  concluded: ['已电话核实，承办单位按规定办理，现予办结。', '现场复核已经办好，现予办结。'],
  direct: [
    '您咨询的事可以在手机上办理，也可以到就近的便民服务点，请带身份证。需要的材料清单已经发给您。',
    '按现行规定可以办理，办理时间为工作日上午九点到下午五点，不收费。',
  ],
  called: ['电话联系上，诉求人说明了看法。', '已回访，诉求人如实评价。'],
  missed: ['两次拨打无人接听，改日再打。'],
  repeat: ['同一件事上一件工单已经办结并答复，没有新的情况。'],
} as const satisfies Record<string, readonly [string, ...string[]]>

/** One of the sentences that people at that point say. */
export const phrase = (what: keyof typeof PHRASES, dice: Dice): string => dice.pick<string>(PHRASES[what])
