/** Stories of orders that are disputed, merged, answered or handled again. See stories.ts. */
import { isCallbackDue } from '../orders/rules/callback'
import { received, rests, returned, type Story } from './story'

export const DISPUTED: readonly Story[] = [
  {
    name: 'given back, waits for the reviewer',
    count: 3,
    age: [0.1, 2],
    play: (stage, appeal) => void returned(stage, appeal),
    ends: rests('return-review'),
  },
  {
    name: 'given back, before the staffing office',
    count: 2,
    age: [1, 5],
    play: (stage, appeal) => {
      const life = returned(stage, appeal)
      stage.world.work(2)
      stage.deeds.referDuty(life)
    },
    ends: ([order]) => order.state.status === 'return-review' && order.state.referredAt !== undefined,
  },
  {
    name: 'given back, ruled upon',
    count: 2,
    age: [2, 7],
    play: (stage, appeal) => {
      const life = returned(stage, appeal)
      stage.world.work(2)
      stage.deeds.referDuty(life)
      stage.world.work(8)
      stage.deeds.recordRuling(life)
    },
    ends: ([order]) => order.state.status === 'dispatched' && order.ruling !== undefined,
  },
  {
    name: 'given back improperly',
    count: 3,
    age: [1, 6],
    play: (stage, appeal) => {
      const life = returned(stage, appeal)
      stage.world.work(3)
      stage.deeds.refuseReturn(life)
      stage.world.work(1)
      stage.deeds.receive(life)
    },
    ends: ([order]) => order.state.status === 'handling' && order.returns[0]?.decision === 'refused',
  },
  {
    name: 'merged, the lead in hand',
    count: 2,
    age: [1, 5],
    about: 'alike',
    play: ({ deeds, world, dice }, appeal) => {
      const [lead, ...others] = deeds.submitAlike(appeal)
      deeds.toUnit(lead)
      world.work(2)
      for (const life of others) deeds.mergeInto(life, lead)
      world.work(dice.between(1, 3))
      deeds.receive(lead)
    },
    ends: ([lead, ...others]) =>
      lead.state.status === 'handling' && others.every((order) => order.state.status === 'merged'),
  },
  {
    name: 'merged, answered together, each rates alone',
    count: 2,
    age: [3, 9],
    about: 'alike',
    play: ({ deeds, world }, appeal) => {
      const [lead, ...others] = deeds.submitAlike(appeal)
      deeds.toUnit(lead)
      world.work(2)
      for (const life of others) deeds.mergeInto(life, lead)
      world.work(2)
      deeds.receive(lead)
      world.work(10)
      deeds.reply(lead)
      world.home(6)
      const [first] = others
      if (first !== undefined) deeds.rate(first, 'solved', 'satisfied', deeds.say('pleased'))
    },
    ends: ([lead, first]) => lead.state.status === 'replied' && first?.state.status === 'concluded',
  },
  {
    name: 'merged by mistake, on its own again',
    count: 1,
    age: [1, 5],
    about: 'alike',
    play: ({ deeds, world }, appeal) => {
      const [lead, ...others] = deeds.submitAlike(appeal)
      world.work(2)
      const [first] = others
      if (first === undefined) return
      deeds.mergeInto(first, lead)
      world.work(1)
      deeds.unmerge(first)
    },
    ends: ([, first]) => first?.state.status === 'awaiting-dispatch',
  },
  {
    name: 'answered, can be rated',
    count: 6,
    age: [1, 8],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.world.work(stage.dice.between(4, 30))
      stage.deeds.reply(life)
    },
    ends: ([order], now) => order.state.status === 'replied' && !isCallbackDue(order, now),
  },
  {
    name: 'answered, nobody rated: somebody calls',
    count: 5,
    age: [5, 13],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.world.work(stage.dice.between(4, 20))
      stage.deeds.reply(life)
    },
    ends: ([order], now) => isCallbackDue(order, now),
  },
  {
    name: 'called once in vain',
    count: 2,
    age: [5, 13],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.world.work(stage.dice.between(4, 20))
      stage.deeds.reply(life)
      if (life.order.state.status === 'replied' && life.order.state.callbackFrom !== undefined)
        stage.world.until(life.order.state.callbackFrom)
      stage.world.work(1)
      stage.deeds.missCall(life)
    },
    ends: ([order], now) => isCallbackDue(order, now),
  },
]

export const REDONE: readonly Story[] = [
  {
    name: 'solved in part: is the claim reasonable?',
    count: 2,
    age: [3, 14],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.world.work(12)
      stage.deeds.reply(life)
      stage.world.home(10)
      stage.deeds.rate(life, 'partly', 'dissatisfied', stage.deeds.say('partly'), true)
    },
    ends: rests('redo-review'),
  },
  {
    name: 'not solved, and no redo asked for',
    count: 2,
    age: [3, 14],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.world.work(12)
      stage.deeds.reply(life)
      stage.world.home(10)
      stage.deeds.rate(life, 'unsolved', 'dissatisfied', stage.deeds.say('unsolved'))
    },
    ends: rests('redo-review'),
  },
  {
    name: 'all rounds used up, still not solved',
    count: 1,
    age: [14, 38],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      for (let round = 1; round <= 3; round++) {
        stage.world.work(10)
        stage.deeds.reply(life)
        stage.world.home(12)
        stage.deeds.rate(life, 'unsolved', 'very-dissatisfied', stage.deeds.say('unsolved'), true)
      }
    },
    ends: ([order]) => order.state.status === 'redo-review' && order.round === 3,
  },
  {
    name: 'handled a second time',
    count: 4,
    age: [3, 12],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.world.work(12)
      stage.deeds.reply(life)
      stage.world.home(10)
      stage.deeds.rate(life, 'unsolved', 'dissatisfied', stage.deeds.say('unsolved'), true)
    },
    ends: ([order]) => order.state.status === 'handling' && order.round === 2,
  },
  {
    name: 'answered a second time',
    count: 2,
    age: [6, 16],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.world.work(12)
      stage.deeds.reply(life)
      stage.world.home(10)
      stage.deeds.rate(life, 'partly', 'dissatisfied', stage.deeds.say('partly'), true)
      stage.world.work(4)
      stage.deeds.orderRedo(life)
      stage.world.work(16)
      stage.deeds.reply(life)
    },
    ends: ([order]) => order.state.status === 'replied' && order.round === 2,
  },
]
