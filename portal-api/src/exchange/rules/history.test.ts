import { audience, history } from './history'
import { Case } from './testSupport'

const told = (of: Case) => of.steps.map((step) => [step.event.type, audience(step)] as const)
const BOTH = ['water-supply', 'urban-management']

test('folded from its record, an order is what it is; at each step it is what it was', () => {
  const one = new Case()
  const was = [one.order]
  for (const step of ['receive', 'explain', 'reply'] as const) was.push(one[step]().order)
  was.push(one.rate('unsolved', true, '还在漏水').order)
  was.push(one.reply().order)
  was.push(one.rate('solved', true, '路面没有修').order)
  was.push(one.redo().order)
  const folded = one.steps.map(({ order }) => order)
  for (const order of was) expect(folded).toContainEqual(order)
  expect(one.last.order).toEqual(one.order)
  expect(one.steps.map(({ sequence, event }) => event.id.endsWith(`-${sequence}`))).not.toContain(false)
})

test('units are told from the dispatch on; never that or how somebody rated', () => {
  const one = new Case().receive().reply().rate('unsolved', false, '还在漏水').redo().reply()
  one.rate('solved', false, '')
  expect(told(one)).toEqual([
    ['submitted', []],
    ['accepted', []],
    ['dispatched', BOTH],
    ['received', BOTH],
    ['replied', BOTH],
    ['rated', []],
    ['redo-ordered', BOTH],
    ['replied', BOTH],
    ['rated', []],
    ['concluded', BOTH],
  ])
})

test('what happens before an order is dispatched concerns no unit', () => {
  const one = new Case({}, true).ask().tell('三号楼。')
  expect(told(one).flatMap(([, units]) => units)).toEqual([])
})

test('who loses an order is told that, and nothing afterwards; who gets it, from then on', () => {
  const one = new Case().giveBack().takeBack().dispatch('fire', ['urban-management']).receive()
  expect(told(one).slice(2)).toEqual([
    ['dispatched', BOTH],
    ['returned', BOTH],
    ['return-upheld', BOTH],
    ['dispatched', ['fire', 'urban-management']],
    ['received', ['fire', 'urban-management']],
  ])
  expect(one.steps.slice(-3)).toMatchObject([
    { units: [], left: BOTH },
    { units: ['fire', 'urban-management'], left: [] },
    { units: ['fire', 'urban-management'], left: [] },
  ])
})

test('a unit that is given a single ask is told from then on', () => {
  const one = new Case().split({ text: '修好管道' }, { text: '恢复路面', unit: 'fire' })
  expect(told(one).slice(-2)).toEqual([
    ['dispatched', BOTH],
    ['asks-split', [...BOTH, 'fire']],
  ])
})

test('the first acceptance is known from then on', () => {
  const one = new Case({}, true).ask().tell('三号楼。').accept()
  expect(one.steps.map(({ event, acceptedAt }) => [event.type, acceptedAt])).toEqual([
    ['submitted', undefined],
    ['information-requested', undefined],
    ['information-given', undefined],
    ['accepted', one.events[3]!.at],
    ['dispatched', one.events[3]!.at],
  ])
})

test('an order without events has no history', () => {
  expect(history(new Case().order, [])).toEqual([])
})
