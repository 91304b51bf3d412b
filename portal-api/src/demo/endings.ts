/** Stories that are over: concluded in every way, declined, withdrawn. See stories.ts. */
import type { SatisfactionLevel, SolvedAnswer } from '@jiesu/shared-types'
import type { Order } from '../orders/rules/order'
import type { Dice } from './dice'
import { received, rests, type Stage, type Story } from './story'

/** Mostly solved and satisfied, as in life; the rest in every mixture. */
const OPINIONS = [
  ['solved', 'very-satisfied', 'pleased'],
  ['solved', 'very-satisfied', 'pleased'],
  ['solved', 'satisfied', 'pleased'],
  ['solved', 'satisfied', 'pleased'],
  ['solved', 'satisfied', 'pleased'],
  ['solved', 'fair', 'fair'],
  ['partly', 'fair', 'partly'],
  ['partly', 'dissatisfied', 'partly'],
  ['solved', 'dissatisfied', 'fair'],
] as const satisfies readonly (readonly [SolvedAnswer, SatisfactionLevel, string])[]

const concludedAs =
  (how: 'rated' | 'rating-window-over' | 'reviewed', more: (order: Order) => boolean = () => true) =>
  ([order]: readonly [Order, ...Order[]]): boolean =>
    order.state.status === 'concluded' && order.state.how === how && more(order)

const isLate = (order: Order): boolean =>
  order.milestones.some(({ metAt, dueAt }) => metAt !== undefined && metAt > dueAt)

const opinion = (dice: Dice) => dice.pick(OPINIONS)

/** Received, worked on for some hours, answered. */
const answered = (stage: Stage, appeal: Parameters<Story['play']>[1], hours: number) => {
  const life = received(stage, appeal)
  stage.world.work(hours)
  stage.deeds.reply(life)
  return life
}

export const ENDED: readonly Story[] = [
  {
    name: 'rated and concluded',
    count: 22,
    age: [5, 40],
    play: (stage, appeal) => {
      const { deeds, world, dice } = stage
      const life = answered(stage, appeal, dice.between(3, 60))
      world.home(dice.between(2, 50))
      const [solved, satisfaction, why] = opinion(dice)
      deeds.rate(life, solved, satisfaction, deeds.say(why))
    },
    ends: concludedAs('rated'),
  },
  {
    name: 'opened only days later, still in time',
    count: 4,
    age: [8, 40],
    about: 'single',
    play: (stage, appeal) => {
      const { deeds, world, dice } = stage
      const life = deeds.submit(appeal)
      world.work(40)
      deeds.receive(life)
      world.work(6)
      deeds.reply(life)
      world.home(dice.between(4, 30))
      deeds.rate(life, 'solved', 'fair', deeds.say('fair'))
    },
    ends: concludedAs('rated', (order) => !isLate(order)),
  },
  {
    name: 'answered late',
    count: 6,
    age: [9, 40],
    play: (stage, appeal) => {
      const { deeds, world, dice } = stage
      const life = received(stage, appeal)
      deeds.pastDue(life, dice.between(4, 12))
      deeds.reply(life)
      world.home(dice.between(4, 30))
      deeds.rate(life, 'solved', dice.pick(['fair', 'dissatisfied']), deeds.say('fair'))
    },
    ends: concludedAs('rated', isLate),
  },
  {
    name: 'never rated',
    count: 6,
    age: [10, 40],
    play: (stage, appeal) => void answered(stage, appeal, stage.dice.between(4, 30)),
    ends: concludedAs('rating-window-over'),
  },
  {
    name: 'rated on the telephone',
    count: 4,
    age: [7, 30],
    play: (stage, appeal) => {
      const life = answered(stage, appeal, 12)
      if (life.order.state.status === 'replied' && life.order.state.callbackFrom !== undefined)
        stage.world.until(life.order.state.callbackFrom)
      stage.world.work(2)
      stage.deeds.call(life, 'solved', stage.dice.pick(['satisfied', 'fair', 'dissatisfied']))
    },
    ends: concludedAs('rated'),
  },
  {
    name: 'checked by a person and concluded',
    count: 3,
    age: [6, 30],
    play: (stage, appeal) => {
      const { deeds, world } = stage
      const life = answered(stage, appeal, 12)
      world.home(10)
      deeds.rate(life, 'unsolved', 'dissatisfied', deeds.say('unsolved'))
      world.work(8)
      deeds.conclude(life)
    },
    ends: concludedAs('reviewed'),
  },
  {
    name: 'solved in the second round',
    count: 4,
    age: [8, 36],
    play: (stage, appeal) => {
      const { deeds, world } = stage
      const life = answered(stage, appeal, 12)
      world.home(10)
      deeds.rate(life, 'unsolved', 'dissatisfied', deeds.say('unsolved'), true)
      world.work(14)
      deeds.reply(life)
      world.home(12)
      deeds.rate(life, 'solved', 'satisfied', deeds.say('pleased'))
    },
    ends: concludedAs('rated', (order) => order.round === 2),
  },
  {
    name: 'a matter of law: mediated or enforced, and not judged by satisfaction',
    count: 4,
    age: [7, 38],
    about: 'law',
    play: (stage, appeal) => {
      const { deeds, world, dice } = stage
      const life = received(stage, appeal)
      world.work(dice.between(10, 30))
      deeds.reply(life, appeal.kind === 'report' ? 'enforcement' : 'mediation')
      world.home(8)
      deeds.rate(life, 'solved', 'dissatisfied', deeds.say('law'))
    },
    ends: concludedAs('rated'),
  },
  {
    name: 'split, every point answered, concluded',
    count: 2,
    age: [5, 30],
    about: 'asks',
    play: (stage, appeal) => {
      const { deeds, world } = stage
      const life = received(stage, appeal)
      deeds.split(life)
      world.work(8)
      deeds.answerAsk(life)
      world.work(4)
      deeds.reply(life)
      world.home(8)
      deeds.rate(life, 'solved', 'satisfied', deeds.say('pleased'))
    },
    ends: concludedAs('rated', (order) => order.asks.length > 1),
  },
  {
    name: 'answered by the hotline itself',
    count: 5,
    age: [2, 30],
    about: 'consult',
    play: ({ deeds, world, dice }, appeal) => {
      const life = deeds.submit(appeal, { suspect: true })
      world.work(dice.between(0, 2))
      deeds.answerDirectly(life)
      world.home(dice.between(1, 20))
      deeds.rate(life, 'solved', 'very-satisfied', deeds.say('pleased'))
    },
    ends: concludedAs('rated'),
  },
  {
    name: 'declined',
    count: 4,
    age: [1, 36],
    about: 'contested',
    play: ({ deeds, world, dice }, appeal) => {
      const life = deeds.submit(appeal)
      world.work(dice.between(1, 5))
      deeds.decline(life)
    },
    ends: rests('declined'),
  },
  {
    name: 'declined, contested, accepted by another operator, answered',
    count: 1,
    age: [8, 36],
    about: 'contested',
    play: ({ deeds, world }, appeal) => {
      const life = deeds.submit(appeal)
      world.work(2)
      deeds.decline(life)
      world.home(12)
      deeds.contest(life)
      world.work(3)
      deeds.accept(life)
      deeds.toUnit(life)
      world.work(4)
      deeds.receive(life)
    },
    ends: rests('handling'),
  },
  {
    name: 'the same asked again without anything new',
    count: 1,
    age: [14, 36],
    about: 'pool',
    play: ({ deeds, world }, appeal) => {
      const first = deeds.submit(appeal)
      deeds.toUnit(first)
      world.work(3)
      deeds.receive(first)
      world.work(10)
      deeds.reply(first)
      world.home(10)
      deeds.rate(first, 'solved', 'dissatisfied', deeds.say('fair'))
      world.home(60)
      const again = deeds.submit(appeal)
      world.work(5)
      deeds.declareRepeat(again, first)
    },
    ends: ([, again]) => again?.state.status === 'declined',
  },
  {
    name: 'withdrawn',
    count: 3,
    age: [1, 36],
    play: ({ deeds, world, dice }, appeal) => {
      const life = deeds.submit(appeal)
      world.home(dice.between(3, 30))
      deeds.withdraw(life)
    },
    ends: rests('withdrawn'),
  },
  {
    name: 'withdrawn after it was late',
    count: 2,
    age: [6, 38],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.deeds.pastDue(life, 4)
      stage.deeds.withdraw(life)
    },
    ends: ([order]) =>
      order.state.status === 'withdrawn' && order.cards.some(({ colour }) => colour === 'red'),
  },
]
