import { type Hearing, hears, type Listener } from './whoHears'
import type { Change } from './news'

const at = new Date('2026-11-23T09:00:00+08:00')
const change = (changes: Partial<Change> = {}): Change => ({
  number: '2611237130589160',
  version: 4,
  city: 'yantai',
  status: 'handling',
  assignment: { unitId: 'water-supply', coUnitIds: ['ecology'] },
  unitsBefore: ['water-supply', 'ecology'],
  events: [{ type: 'received', at }],
  ...changes,
})
const desk = (role: 'operator' | 'handler' | 'supervisor', unitId?: string, city = 'yantai'): Listener => ({
  kind: 'desk',
  reader: { role, city, unitId },
})
const requester: Listener = { kind: 'order', number: '2611237130589160' }
const [operator, supervisor] = [desk('operator'), desk('supervisor')]
const [main, co, other] = [
  desk('handler', 'water-supply'),
  desk('handler', 'ecology'),
  desk('handler', 'housing'),
]

type Case = [what: string, Listener, Partial<Change>, Hearing | undefined]
const only = (type: Change['events'][number]['type'], more: { visible?: boolean } = {}): Partial<Change> => ({
  events: [{ type, at, ...more }],
})

const CASES: Case[] = [
  ['the requester, of the own order', requester, {}, 'changed'],
  ['the requester, of another order', { kind: 'order', number: '2611237130589152' }, {}, undefined],
  ['an operator of the city', operator, {}, 'changed'],
  ['an operator of another city', desk('operator', undefined, 'fuzhou'), {}, undefined],
  ['the main unit', main, {}, 'changed'],
  ['a co-unit', co, {}, 'changed'],
  ['another unit', other, {}, undefined],
  ['a unit of that name in another city', desk('handler', 'water-supply', 'fuzhou'), {}, undefined],
  ['a handler without a unit', desk('handler'), {}, undefined],
  [
    'the unit that has it now',
    other,
    { assignment: { unitId: 'housing', coUnitIds: [] }, unitsBefore: ['water-supply'] },
    'changed',
  ],
  [
    'the unit that lost it to another',
    main,
    { assignment: { unitId: 'housing', coUnitIds: [] }, unitsBefore: ['water-supply'] },
    'gone',
  ],
  ['the unit that lost it to nobody yet', main, { assignment: undefined }, 'gone'],
  ['a unit that lost it long ago', main, { assignment: undefined, unitsBefore: [] }, undefined],
  [
    'a unit of another city whose namesake lost it',
    desk('handler', 'water-supply', 'fuzhou'),
    { assignment: undefined },
    undefined,
  ],

  ['the requester, of a card', requester, only('card-issued'), undefined],
  ['the requester, of supervision', requester, only('supervised'), undefined],
  ['the requester, of a note kept inside', requester, only('progress-noted', { visible: false }), undefined],
  [
    'the requester, of a note for the requester',
    requester,
    only('progress-noted', { visible: true }),
    'changed',
  ],
  ['the unit, of a note kept inside', main, only('progress-noted', { visible: false }), 'changed'],
  [
    'the unit, of a callback before the end',
    main,
    { ...only('callback-recorded'), status: 'replied' },
    undefined,
  ],
  [
    'the hotline, of a callback before the end',
    supervisor,
    { ...only('callback-recorded'), status: 'replied' },
    'changed',
  ],
  [
    'the unit, of a rating that ended it',
    main,
    {
      status: 'concluded',
      events: [
        { type: 'rated', at },
        { type: 'concluded', at },
      ],
    },
    'changed',
  ],
  [
    'the unit, of a rating that leads to a redo',
    main,
    {
      events: [
        { type: 'rated', at },
        { type: 'redo-ordered', at },
      ],
    },
    'changed',
  ],
]

test.each(CASES)('%s', (_what, listener, changes, expected) => {
  expect(hears(listener, change(changes))).toBe(expected)
})
