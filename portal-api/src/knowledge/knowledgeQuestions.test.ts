/**
 * What people really type. None of these questions is a title or a phrasing of the data: they say the same things in
 * other words, and the answer must be among the first three.
 */
import { join } from 'node:path'
import { asSearchable, createKnowledgeViews } from './knowledge.view'
import { loadKnowledge } from './knowledgeData'
import { makeOwnSearch } from './search/ownSearch'
import { loadSynonyms } from './synonymData'

/** Question, then the ids (without city) of the entries that answer it. */
type Question = readonly [string, string]

const IN_BOTH: Question[] = [
  ['外婆不会上网，我来替她提交行不行', 'on-behalf'],
  ['电闸没跳可是屋里一点电都没有', 'power-outage'],
  ['洗澡洗一半水断了', 'water-outage'],
  ['灶台旁边闻着有股臭鸡蛋味，怕是漏气', 'gas-smell'],
  ['燃气公司上门乱收钱怎么反映', 'gas-outage'],
  ['对面楼盘凌晨两点还在打混凝土，孩子都吓醒了', 'night-construction'],
  ['邻居家天天弹钢琴到很晚', 'social-noise'],
  ['装修队干完了房东不结工钱', 'unpaid-wages'],
  ['公司突然通知我明天不用来了，有没有补偿', 'dismissal'],
  ['送外卖路上被撞了算不算工伤', 'work-injury'],
  ['天天加班到十点也不给加班费', 'labour-inspection'],
  ['跟单位闹纠纷，仲裁要花多少钱', 'labour-arbitration'],
  ['租房子可以用公积金付吗', 'fund-withdraw'],
  ['入职半年了单位没开公积金账户', 'fund-unpaid'],
  ['直播间买的鞋子穿着不合适想退', 'no-reason-return'],
  ['刚买的洗衣机漏水，商家只答应维修', 'quality-return'],
  ['说是纯羊毛结果是化纤，能要三倍赔偿不', 'triple-compensation'],
  ['在饭店吃出虫子', 'food-safety'],
  ['孩子的培训机构关门了学费不退', 'prepaid-card'],
  ['手机里一个软件每个月偷偷扣我钱', 'auto-renew'],
  ['宽带想注销营业厅一直推脱', 'telecom-12300'],
  ['快递员把我的东西弄坏了不认账', 'express-12305'],
  ['吃完饭老板说开票要多付税钱', 'invoice-refused'],
  ['年底个税怎么汇算', 'income-tax'],
  ['物业把我家水停了逼我交物业费', 'property-management'],
  ['楼上空调水滴到我家被子上', 'falling-objects'],
  ['一楼把公共绿地圈起来当自家院子', 'illegal-building'],
  ['买的二手房过户去哪里', 'land-12336'],
  ['楼梯间被人堆满了纸箱子', 'fire-lane'],
  ['附近化工厂晚上偷偷排臭气', 'environment-12369'],
  ['网约车司机骂人还绕远路', 'transport-12328'],
  ['有人把车停在盲道上', 'parking disabled-12385'],
  ['报了个旅行团，天天进购物店', 'tourism-12301'],
  ['买的化肥是假的，庄稼都烧死了', 'agriculture-12316'],
  ['外国人的居留许可快过期了', 'exit-entry-12367'],
  ['家里穷打官司没钱请人', 'legal-aid-12348'],
  ['朋友欠我两万不还，怎么起诉他', 'court-12368'],
  ['被城管罚了五百块我觉得冤', 'reconsideration'],
  ['拆迁补偿方案不给看，我可以要求公开吗', 'information-disclosure'],
  ['信访答复了我不服，下一步呢', 'petition'],
  ['孩子在医院打针打出问题', 'medical-dispute'],
  ['退休后跟儿子住外地，医保怎么报', 'medical-elsewhere'],
  ['居民医疗保险今年交多少', 'medical-insurance'],
  ['失业了想领失业金', 'social-security-12333'],
  ['孩子打疫苗的地方在哪查', 'health-12320'],
  ['家里就靠低保，怎么申请', 'minimum-living'],
  ['我俩户口都在外省能在这领证不', 'marriage'],
  ['骗子冒充客服让我下载软件转账', 'fraud-96110'],
  ['最近总想自杀，谁能跟我聊聊', 'psychological-12356'],
  ['我的单子现在谁在处理', 'lookup who-handles statuses'],
  ['那串六位数字没记下来怎么办', 'query-code'],
  ['我还有几句话忘了写', 'supplement'],
  ['已经和店家谈妥了，不想再投诉', 'withdraw'],
  ['说修好了，其实一点没动', 'redo'],
  ['这个局说找那个局，那个局又推回来', 'supervision'],
  ['时间早就过了还是没动静', 'overdue'],
  ['举报人信息会被透露吗', 'privacy-protection'],
  ['我能不能不写姓名', 'real-name-anonymous'],
  ['附图可以放几张', 'photos'],
  ['小微企业有什么优惠政策', 'policy-consult'],
  ['春节放假那几天算进期限里吗', 'working-days'],
  ['着火了', 'emergency-numbers'],
  ['除了打电话还有别的办法吗', 'channels'],
  ['身份证', 'identity-card'],
  ['身份证丢在车上了，怎么再办一张', 'identity-card'],
  ['划片', 'school-district'],
  ['我家对口哪个小学', 'school-district'],
  ['外地户口小孩能在这儿念书不', 'school-district'],
  ['电费太高', 'electricity-bill'],
  ['这月电费咋涨了一倍', 'electricity-bill'],
  ['狗咬人', 'dog-bite'],
  ['遛弯被没拴绳的狗咬了一口', 'dog-bite'],
  ['小区好多流浪狗害怕', 'dog-bite'],
  ['孩子刚出生户口咋上', 'household-registration'],
  ['老人没了户口怎么销', 'household-registration'],
  ['暂住证', 'residence-permit'],
  ['我在这打工一年，能办居住证不', 'residence-permit'],
  ['老师天天罚孩子站还打手', 'school-conduct'],
  ['儿子在学校被同学欺负', 'school-conduct'],
  ['学校非让买平板', 'school-conduct'],
  ['驾照过期了咋换', 'driving-licence'],
  ['车该审了去哪', 'driving-licence'],
  ['保险公司不理赔', 'bank-insurance'],
  ['银行卡冻住了找谁', 'bank-insurance'],
  ['老公喝酒就打我', 'domestic-violence'],
  ['房东扣着押金不给', 'rent-deposit'],
  ['房东要把我撵出去', 'rent-deposit'],
  ['买的楼盘烂尾了', 'new-home'],
  ['开发商到日子不交房', 'new-home'],
  ['垃圾好几天没人拉', 'garbage'],
  ['门口垃圾桶臭死了', 'garbage'],
  ['楼下摆摊的挡着路', 'street-trading'],
  ['楼道里全是小广告', 'street-trading'],
  ['工地拖着血汗钱不给', 'unpaid-wages'],
  ['半夜电钻声吵得头疼', 'night-construction social-noise'],
  ['马路牙子边上有个大坑', 'road-damage'],
  ['路灯黑了好几天', 'road-damage'],
  ['河沟子臭得开不了窗', 'environment-12369'],
  ['电梯老坏没人修', 'property-management'],
  ['交了物业费啥也不管', 'property-management'],
  ['外卖吃拉肚子了', 'food-safety'],
  ['退休金啥时候发', 'retirement social-security-12333'],
  ['我69年的几岁退休', 'retirement'],
  ['单位破产了能领救济吗', 'unemployment-benefit'],
  ['老板逼我主动离职', 'resign'],
  ['坐月子有工资吗', 'maternity'],
  ['付了定金不想要了', 'earnest-money'],
  ['天天收推销短信', 'spam-messages'],
  ['一天十几个贷款电话', 'spam-messages'],
  ['老家房子要拆了能给多少钱', 'expropriation'],
  ['不给补偿就要拆我家', 'expropriation'],
  ['个体户营业执照不想要了', 'deregistration'],
  ['我家老人出门找不到回家的路', 'missing-person'],
  ['空关房怎么还有水费', 'water-bill'],
  ['门口大树被风吹倒了', 'fallen-tree'],
  ['楼下的树挡光', 'fallen-tree'],
  ['电瓶车在楼道充电', 'fire-lane'],
  ['健身房老板跑路', 'prepaid-card'],
]
const IN_YANTAI: Question[] = [
  ['暖气不热', 'heating-outage'],
  ['暖气管子是凉的', 'heating-outage'],
  ['居民投诉的期限是多少天', 'limit-citizen'],
  ['公司提的诉求多少天内答复', 'limit-enterprise'],
  ['停水以后多久必须告诉我原因', 'limit-outage'],
  ['加油站有隐患，当天能回复吗', 'limit-safety'],
  ['我朋友是韩国人不会中文，怎么求助', 'foreigners-line'],
  ['我们是外资企业想投诉', 'foreign-investor'],
  ['消费者协会热线还是12315吗', 'hotline-12315'],
  ['疫情政策咨询一个小时能回吗', 'limit-epidemic'],
  ['夜里打桩的事规定几天办完', 'limit-noise'],
]
const IN_FUZHOU: Question[] = [
  ['暖气不热', 'central-heating'],
  ['福州冬天有没有暖气', 'central-heating'],
  ['有没有规定几天之内必须办完', 'limits-overview'],
  ['市场监管局收到投诉后几个工作日处理', 'limit-12315'],
  ['消费者热线12315取消了吗', 'hotline-12315'],
  ['便利店卖烟给小学生', 'tobacco-12313'],
  ['能不能把电话直接转给供电局', 'transfer'],
  ['带奶粉入境要交税吗', 'customs-12360'],
  ['12393打不进去', 'medical-insurance'],
  ['12333怎么没人接', 'social-security-12333'],
  ['电子税务局打不开找谁', 'tax-12366'],
  ['12369还有用吗', 'environment-12369 dual-numbers'],
]

const NONSENSE = [
  '今天天气真好',
  '哈哈哈哈',
  'asdfghjkl',
  '你好',
  '在吗',
  '床前明月光疑是地上霜',
  '宇宙飞船几点发射',
  '给我讲个笑话',
  '红烧肉怎么做',
  '1+1等于几',
  'test',
  '。。。',
  '明天股票会涨吗',
  '世界杯谁赢了',
  '你是机器人吗',
  '帮我写一首诗',
  'qwertyuiop',
  '月亮为什么会发光',
  '王者荣耀上分攻略',
  '恭喜发财',
  '游泳馆几点开门',
]

/** Appeals as people write them, with the entry that should be beside the form; the last two are no appeals. */
const APPEALS: (readonly [string, string | undefined, string])[] = [
  [
    'a power cut',
    'power-outage',
    '您好，我是莱山区某小区的业主。昨天晚上七点多，我们小区突然停电了，整栋楼都黑着，电梯也停了，我家老人八十多岁，住在十五楼，腿脚不方便，冰箱里给孩子存的药也怕坏了。我打物业电话，物业说不是他们的问题，让我等通知，可是等到夜里十二点还没有来电，也没有任何人告诉我们是什么原因、什么时候能恢复。今天早上六点来了一会儿电，八点多又断了。我们楼里有好几户都有老人和婴儿，天气又热，实在受不了。希望有关部门尽快查清停电的原因，告诉大家什么时候来电，以后计划停电能提前通知，不要让我们这样干等着。谢谢你们，辛苦了。',
  ],
  [
    'wages in arrears',
    'unpaid-wages',
    '我叫王某，去年三月份开始在开发区一个工地上做木工，跟着一个姓李的包工头干活，说好一天三百块，每个月结一次工钱。干到九月份，工地停了，包工头说甲方没给他钱，就一直拖着不给我们发工资。我们一共十二个人，加起来拖欠工资差不多十五万。我们去找过项目部，项目部说已经把钱给了包工头，让我们找他，可是现在包工头电话也打不通，人也找不到了。眼看就要过年了，家里孩子要交学费，老母亲还在住院，我们实在没有办法。我有记工本和微信聊天记录，也有工友可以作证。请求政府帮我们把血汗钱要回来，告诉我们应该找哪个部门，需要准备什么材料。',
  ],
  [
    'building at night',
    'night-construction',
    '我们家住在二楼，窗户正对着一个在建的楼盘。最近半个月，工地几乎每天夜里都在施工，从晚上十点多一直到凌晨三四点，打桩机、混凝土泵车、切割钢筋的声音特别大，整栋楼都在震。我家有一个马上高考的孩子，还有一个刚满月的宝宝，全家人都睡不好觉，白天上班头昏脑涨。我下楼找过工地的负责人，他说有夜间施工许可，可是拿不出来，也没有在门口贴公告。我们小区业主群里好几十户人都在反映同样的问题，有人打过电话，来人的时候就停一会儿，人走了又接着干。恳请有关部门来查一查，制止他们夜间施工，让我们能睡个安稳觉。',
  ],
  [
    'a day in the hills',
    undefined,
    '上个周末我和爱人带着孩子去爬山，早晨六点就出发了，天刚蒙蒙亮，路上没有什么车。到了山脚下，空气特别清新，孩子一路跑在前面，看见什么都好奇，一会儿摘野花，一会儿追蝴蝶。半山腰有一座亭子，我们坐下来吃了自己带的包子和鸡蛋，喝了热茶，聊起小时候在老家的事情。爱人说她最喜欢秋天，满山的红叶像火一样。下山的时候孩子累了，我背着他走了一段，他趴在我背上睡着了，口水流了我一肩膀。回到家已经是傍晚，我们煮了一锅面条，看了一部老电影，就早早休息了。我想，平凡的日子里有这样的一天，就已经很满足了。',
  ],
  [
    'a sea story',
    undefined,
    '小说里写道，那位老船长站在船头望着远方的海平线，风把他的白胡子吹得很乱。他年轻的时候曾经三次横渡大洋，见过会发光的浪，也见过比房子还高的冰山。水手们都说他的眼睛里装着一张海图，闭着眼也能把船开回港口。可是这一次他沉默了很久，因为指南针在雾里转个不停，星星也全都不见了。大副走过来问他要不要返航，他摇了摇头，从怀里掏出一枚旧铜币，轻轻抛向空中，铜币在灯光下翻了几个身，落在甲板上，发出清脆的声响。他弯腰捡起来，笑着说，向东走，天亮以前我们会看见陆地，那里有我欠了三十年的一个拥抱。',
  ],
]

const base = loadKnowledge(join(__dirname, '../../cities'), ['yantai', 'fuzhou'])
const views = createKnowledgeViews(
  base,
  makeOwnSearch(
    base.items.map(asSearchable),
    loadSynonyms(join(__dirname, '../../cities'), ['yantai', 'fuzhou']),
  ),
)
const found = async (city: string, q: string): Promise<string[]> =>
  (await views.searchKnowledge({ city, q, limit: 10 })).hits.map((hit) => hit.id.slice(city.length + 1))

const questionsOf = (city: string): Question[] => [...IN_BOTH, ...(city === 'yantai' ? IN_YANTAI : IN_FUZHOU)]
const allQuestions = ['yantai', 'fuzhou'].flatMap((city) =>
  questionsOf(city).map(([question, answers]) => [city, question, answers] as const),
)

test.each(allQuestions)('%s: %s', async (city, question, answers) => {
  const top = (await found(city, question)).slice(0, 3)
  expect({ top, answered: answers.split(' ').some((id) => top.includes(id)) }).toEqual({
    top,
    answered: true,
  })
})

test('the questions are not copied from the data', () => {
  const filed = new Set(base.items.flatMap((item) => [item.title, ...item.phrasings]))
  expect(allQuestions.filter(([, question]) => filed.has(question))).toEqual([])
})

test.each(['yantai', 'fuzhou'])('%s: the first hit answers at least four questions of five', async (city) => {
  const questions = questionsOf(city)
  const first = await Promise.all(
    questions.map(async ([question, answers]) =>
      answers.split(' ').includes((await found(city, question))[0] ?? ''),
    ),
  )
  expect(first.filter(Boolean).length / questions.length).toBeGreaterThanOrEqual(0.8)
})

test.each(['yantai', 'fuzhou'].flatMap((city) => NONSENSE.map((text) => [city, text] as const)))(
  '%s: nothing for %s',
  async (city, text) => {
    expect(await found(city, text)).toEqual([])
  },
)

describe.each(['yantai', 'fuzhou'])('while an appeal is written in %s', (city) => {
  test.each(APPEALS)('%s', async (_, expected, text) => {
    const hits = await found(city, text)
    expect(hits[0]).toBe(expected)
    expect(hits.length).toBeLessThanOrEqual(3)
  })
})

test('a text as long as the form allows is answered too', async () => {
  const [, expected, text] = APPEALS[0] ?? ['', undefined, '']
  expect((await found('yantai', text.repeat(8).slice(0, 2000)))[0]).toBe(expected)
})
