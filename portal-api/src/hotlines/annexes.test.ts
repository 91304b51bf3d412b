import { join } from 'node:path'
import type { HotlineData } from '../cities/cityData'
import { loadCity } from '../cities/loadCities'

/** Both annexes, row by row, as printed: number, responsible unit, the columns of the plan. */

const linesOf = (city: string): readonly HotlineData[] =>
  loadCity(join(__dirname, `../../cities/${city}`)).hotlines

const row = (line: HotlineData | undefined) => line && [line.number, line.unitName, line.plan]
const inAnnex = (lines: readonly HotlineData[], start: string) =>
  lines.filter((line) => line.source?.item.startsWith(start))

describe('烟政办发〔2021〕3号 附件', () => {
  const yantai = linesOf('yantai')
  const find = (number: string) => yantai.find((line) => line.number === number)
  const HALF_YEAR = '座席并入 12345 热线，设置半年过渡期，之后取消号码。'
  const TURNED = '设置半年过渡期，之后取消号码（前期已撤销座席、呼叫转移至 12345 热线）。'
  const KEPT = '保留号码和座席，与 12345 热线建立电话转接机制，按照 12345 热线标准统一提供服务。'
  const FORWARDED = '座席并入 12345 热线，保留号码、呼叫转移至 12345 热线。'

  const ABSORBED: [string, string, string, string | undefined, string | undefined, string][] = [
    [
      '12349',
      '全国统一民政服务电话',
      '市民政局',
      '整体并入',
      '无',
      '取消号码，政策知识库转 12345，养老外包服务由各区市自行处理。',
    ],
    [
      '12301',
      '全国统一旅游资讯服务电话',
      '市文化和旅游局',
      '整体并入',
      HALF_YEAR,
      '座席并入 12345 热线，设置半年过渡期，之后取消号码（前期已撤销座席、呼叫转移至 12345 热线）。',
    ],
    [
      '12356',
      '人口和计划生育法律法规咨询及举报投诉服务专用电话',
      '市卫生健康委',
      '整体并入',
      '撤销号码、座席',
      '撤销号码、座席',
    ],
    ['96119', '火灾隐患举报投诉电话', '市消防救援支队', '整体并入', '撤销号码、座席', '撤销号码、座席'],
    ['12322', '全国防震减灾公益服务电话', '市应急局', '整体并入', '撤销号码、座席', '撤销号码、座席'],
    ['12317', '全国扶贫监督举报平台电话', '市扶贫办', undefined, HALF_YEAR, HALF_YEAR],
    ['12385', '全国残疾人维权服务电话', '市残联', undefined, HALF_YEAR, HALF_YEAR],
    [
      '12350',
      '全国统一安全生产举报投诉电话',
      '市应急局',
      undefined,
      '设置半年过渡期，之后取消号码。',
      '设置半年过渡期，之后取消号码。',
    ],
    ['12316', '全国农业系统公益服务电话', '市农业农村局', undefined, TURNED, TURNED],
    ['6781767', '医疗保障服务热线', '市医保局', undefined, '无', '整体并入'],
    ['6781999', '外籍人士服务热线', '市外办', undefined, undefined, '整体并入远程专家座席'],
    ['6500120', '外商投诉热线', '市商务局', undefined, '无', '整体并入'],
  ]
  const DUAL: typeof ABSORBED = [
    [
      '12348',
      '全国公共法律服务专用电话',
      '市司法局',
      '双号并行（设专家座席）',
      '无',
      '双号并行（设专家座席）',
    ],
    ['12333', '全国人力资源和社会保障服务电话', '市人力资源社会保障局', '双号并行（设专家座席）', KEPT, KEPT],
    [
      '12329',
      '全国统一住房公积金热线服务热线',
      '市住房公积金管理中心',
      '双号并行（设专家座席）',
      '无',
      '双号并行',
    ],
    ['12328', '全国交通运输服务监督电话', '市交通运输局', '双号并行', FORWARDED, FORWARDED],
  ]
  const asRow = (line: HotlineData) => [
    line.number,
    line.name,
    line.unitName,
    line.nationalRequirement,
    line.provincialMeasure,
    line.plan,
  ]

  test('一、整体并入: 12 rows', () => {
    const rows = inAnnex(yantai, '附件一、整体并入')
    expect(rows.map(asRow)).toEqual(ABSORBED)
    expect(rows.map((line) => line.merge)).toEqual(ABSORBED.map(() => 'absorbed'))
    expect(rows.map((line) => line.source?.item)).toEqual(
      ABSORBED.map((_, i) => `附件一、整体并入 第${i + 1}行`),
    )
  })

  test('二、双号并行: 4 rows', () => {
    const rows = inAnnex(yantai, '附件二、双号并行')
    expect(rows.map(asRow)).toEqual(DUAL)
    expect(rows.map((line) => line.merge)).toEqual(DUAL.map(() => 'dual'))
    expect(rows.map((line) => line.source?.item)).toEqual(DUAL.map((_, i) => `附件二、双号并行 第${i + 1}行`))
  })

  test('备注 1: thirteen lines merged before', () => {
    const rows = inAnnex(yantai, '附件备注 1')
    expect(rows.map((line) => line.number)).toEqual(
      '12396、12300、12320、12336、12312、12330、12331、12358、12318、12365、12319、12369、12315'.split('、'),
    )
    for (const line of rows)
      expect([line.plan, line.merge, line.state, line.dial]).toEqual([
        '已归并 12345，已撤销号码、座席。',
        'absorbed',
        'cancelled',
        '12345',
      ])
  })

  test('备注 2 and 3: not opened, and not in Yantai', () => {
    expect(find('12393')).toMatchObject({ state: 'not-local', dial: '12345', source: { item: '附件备注 2' } })
    const branches = inAnnex(yantai, '附件备注 3')
    expect(branches.map((line) => [line.number, line.merge, line.state])).toEqual(
      ['12360', '12366', '12313', '12367', '12305'].map((number) => [number, 'branch', 'not-local']),
    )
  })
})

describe('榕政办〔2021〕104号 附件', () => {
  const fuzhou = linesOf('fuzhou')
  const STOPPED = '已整体并入，停止话务服务。'
  const CANCELLED = '取消号码和话务座席，由 12345 热线统一接听受理。'
  const KEPT =
    '保留号码和话务座席，建立转接机制，提供 7×24 小时服务，共建共享知识库，相关运行数据实时向 12345 热线平台归集，按照 12345 热线标准统一提供服务。'
  const TRANSFER = '保留号码和话务座席，建立转接机制，提供 7×24 小时服务。'
  const NUMBER_KEPT = '保留号码，取消话务座席，由 12345 热线统一接听受理。'

  test('一、整体并入: 18 rows', () => {
    const rows = inAnnex(fuzhou, '附件一、整体并入')
    expect(rows.map(row)).toEqual([
      ['12396', '市科技局', STOPPED],
      [
        '12300',
        '市通管办',
        '取消号码和话务座席，由 12345 热线统一接听受理，诉求办理情况由市通管办协助监管。',
      ],
      [
        '12349',
        '市民政局',
        '取消号码和话务座席，停止微信“12349”一键求助服务。原县级 12349 提供的养老服务相应取消，由民政部门会同 12345 热线探索提供养老服务新模式。',
      ],
      ['12336', '市自然资源和规划局', CANCELLED],
      ['12312', '市商务局', STOPPED],
      ['12301', '市文旅局', '由文旅部统一建设和管理，未在我市部署，目前已设置热线归并的语音提示。'],
      ['12356', '市卫健委', STOPPED],
      ['96119', '市消防支队', CANCELLED],
      ['12330', '市市场监管局', STOPPED],
      ['12331', '市市场监管局', STOPPED],
      ['12358', '市市场监管局', STOPPED],
      ['12365', '市市场监管局', STOPPED],
      ['12322', '市防震减灾中心', CANCELLED],
      [
        '12333',
        '市人社局',
        '取消热线号码和话务座席，由 12345 热线统一接听受理。福州市 12345 热线同时承担省级 12333 话务服务。市人社局负责做好热线归并的宣传解释工作，统一培训完成本行业话务座席，开放社保系统部分查询权限并签订保密协议。',
      ],
      ['12319', '市智慧中心', STOPPED],
      ['12318', '市文旅局', STOPPED],
      ['12350', '市应急管理局', CANCELLED],
      [
        '12393',
        '市医保局',
        '取消号码和话务座席，由 12345 热线统一接听受理。福州市 12345 热线同时承担省级 12393 话务服务。市医保局负责做好热线归并的宣传解释工作，统一培训完成本行业话务座席，开放医保系统部分查询权限并签订保密协议。',
      ],
    ])
    expect(new Set(rows.map((line) => line.merge))).toEqual(new Set(['absorbed']))
    expect(new Set(rows.map((line) => line.dial))).toEqual(new Set(['12345']))
  })

  test('二、双号并行: 9 rows', () => {
    const rows = inAnnex(fuzhou, '附件二、双号并行')
    expect(rows.map(row)).toEqual([
      ['12348', '市司法局', KEPT],
      [
        '12369',
        '市生态环境局',
        '保留号码，取消话务座席，由 12345 热线统一接听，市、县（市）区生态环境局负责完善生态环境专业领域知识库，并实时更新。',
      ],
      [
        '12329',
        '市公积金中心',
        '保留号码，取消话务座席，由 12345 热线统一接听受理。市公积金中心统一培训本行业话务座席，负责解答公积金方面的诉求。',
      ],
      ['12328', '市交通运输局', KEPT],
      [
        '12316',
        '市农业农村局',
        '保留号码，取消话务座席，由 12345 热线统一接听受理。市农业农村局负责完善农业农村专业领域知识库，并实时更新。保留“福建 12316”微信小程序为新型农业主体和农户提供专业技术指导等服务。',
      ],
      ['12320', '市卫健委', TRANSFER],
      [
        '12315',
        '市市场监管局',
        `${KEPT}涉及市场监管部门行政调解类和执法办案类事项的诉求，按照《中华人民共和国消费者权益保护法》《市场监督管理投诉举报处理暂行办法》《市场监督管理行政处罚程序暂行规定》等法律法规规章规定的时限办理。`,
      ],
      ['12317', '市农业农村局', NUMBER_KEPT],
      ['12385', '市残联', NUMBER_KEPT],
    ])
    expect(new Set(rows.map((line) => line.merge))).toEqual(new Set(['dual']))
    // 保留座席 lines answer themselves; 取消座席 lines are answered by 12345 (二（二）).
    for (const line of rows)
      expect([line.number, line.state]).toEqual([
        line.number,
        line.plan.includes('取消话务座席') ? 'answered-by-12345' : 'in-service',
      ])
  })

  test('三、设分中心: 5 rows', () => {
    const rows = inAnnex(fuzhou, '附件三、设分中心')
    expect(rows.map(row)).toEqual([
      ['12360', '福州海关', TRANSFER],
      ['12366', '市税务局', KEPT],
      [
        '12313',
        '市烟草专卖局',
        '保留号码和话务座席，市烟草专卖局纳入市级 12345 热线平台联动体系，建立转接机制，提供 7×24 小时服务，共建共享知识库，相关运行数据实时向 12345 热线平台归集，按照 12345 热线标准统一提供服务。',
      ],
      ['12367', '市公安局', KEPT],
      ['12305', '市邮政管理局', TRANSFER],
    ])
    for (const line of rows)
      expect([line.merge, line.state, line.dial]).toEqual(['branch', 'in-service', line.number])
  })

  test('32 lines altogether', () => {
    expect(inAnnex(fuzhou, '附件')).toHaveLength(32)
  })
})
