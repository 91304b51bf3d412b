import type { HotlineGroup, HotlineMerge, HotlineState } from '@jiesu/shared-types/vocabulary'

/** The list of hotlines. */
export const hotlineWords = {
  intro: (city: string) =>
    `不知道该打哪个，拨打 12345 就可以。以下是${city}现在能用的号码，以及并入 12345 的号码。`,
  searchHint: '号码或名称，例如“12333”“社保”',
  searchLabel: '查热线',
  groups: { emergency: '紧急电话', government: '政务热线', utility: '水电气暖' } satisfies Record<
    HotlineGroup,
    string
  >,
  main: '12345 热线',
  merges: {
    dual: '号码保留，与 12345 都能打',
    branch: '设有分中心的热线',
    absorbed: '已并入 12345 的号码',
    own: '独立运行的热线',
  } satisfies Record<HotlineMerge, string>,
  mergeHelp: {
    dual: '双号并行：原来的号码和 12345 都可以拨打。',
    branch: '设分中心：由主管部门的分中心接听，与 12345 互联互通。',
    absorbed: '整体并入：原来的号码已由 12345 接办，请拨打 12345。',
    own: '没有并入 12345，由各自的部门接听。',
  } satisfies Record<HotlineMerge, string>,
  states: {
    'in-service': '可直接拨打',
    'answered-by-12345': '由 12345 接听',
    cancelled: '号码已停用',
    'not-local': '不在本地接听',
  } satisfies Record<HotlineState, string>,
  unit: (name: string) => `责任单位：${name}`,
  plan: '文件里的归并方案',
  count: (count: number) => `${count} 个`,
  nothingTitle: (typed: string) => `没有查到“${typed}”`,
  nothingHelp: '不确定归谁管时，拨打 12345 就可以，全天有人接听。',
} as const
