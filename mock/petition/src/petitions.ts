import type { Petition } from './register'

/** Fictional petitions for whoever tries the portal out; the README says which appeals meet them. */
export const EXAMPLES: readonly Petition[] = [
  {
    number: 'SF-2026-000101',
    city: 'yantai',
    registeredOn: '2026-03-02',
    stage: 'handling',
    phone: '13800000021',
    text:
      '示范小区三期交房已经两年，开发商一直没有办理不动产登记，业主拿不到房产证，孩子上学受影响。' +
      '多次找开发商，都说还在办。请督促开发商尽快为业主办理房产证。',
  },
  {
    number: 'SF-2026-000102',
    city: 'yantai',
    registeredOn: '2026-01-19',
    stage: 'answered',
    phone: '13800000022',
    text: '示范村村口的排水沟多年没有清理，一下雨污水就倒灌进院子，村里一直没有安排清淤，请求修好排水沟。',
  },
  {
    number: 'SF-2025-000877',
    city: 'yantai',
    registeredOn: '2025-11-05',
    stage: 'withdrawn',
    phone: '13800000023',
    text: '示范路夜间施工噪声扰民，工地每天凌晨还在浇筑混凝土，附近居民无法休息，请求停止夜间施工。',
  },
]
