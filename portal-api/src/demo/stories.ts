/**
 * The lives that the demo's orders lead, so that every status, every role's queue and every sign of pressure has
 * something to look at. When each began is found by trying (seedOrders.ts).
 */
import { isBlocking } from '@jiesu/shared-types'
import { pendingExtension } from '../orders/rules/extension'
import type { Order } from '../orders/rules/order'
import { openSupervision, worstCard } from '../orders/rules/supervising'
import { DISPUTED, REDONE } from './disputes'
import { ENDED } from './endings'
import { received, rests, returned, type Stage, type Story } from './story'
import type { DemoAppeal } from './texts'

const contestedOf = ({ deeds, world, dice }: Stage, appeal: DemoAppeal) => {
  const life = deeds.submit(appeal)
  world.work(dice.between(1, 4))
  deeds.decline(life)
  world.home(dice.between(2, 20))
  deeds.contest(life)
  return life
}

const handling =
  (card?: 'yellow' | 'red', more: (order: Order) => boolean = () => true): Story['ends'] =>
  ([order]) =>
    order.state.status === 'handling' && worstCard(order) === card && more(order)

const AT_THE_HOTLINE: readonly Story[] = [
  {
    name: 'insisted although the scope rules speak against it',
    count: 4,
    age: [0, 1],
    about: 'contested',
    play: ({ deeds }, appeal) => void deeds.submit(appeal),
    ends: ([order]) =>
      order.state.status === 'submitted' && order.findings.some((finding) => isBlocking(finding.kind)),
  },
  {
    name: 'held by the content check',
    count: 2,
    age: [0, 1],
    play: ({ deeds }, appeal) => void deeds.submit(appeal, { suspect: true }),
    ends: rests('submitted'),
  },
  {
    name: 'a decline that is contested',
    count: 3,
    age: [1, 4],
    about: 'contested',
    play: (stage, appeal) => void contestedOf(stage, appeal),
    ends: ([order]) => order.state.status === 'submitted' && order.contest !== undefined,
  },
  {
    name: 'asked for more before acceptance',
    count: 1,
    age: [0.5, 3],
    about: 'contested',
    play: ({ deeds, world }, appeal) => {
      const life = deeds.submit(appeal)
      world.work(1)
      deeds.ask(life)
    },
    ends: rests('needs-info'),
  },
  {
    name: 'asked for more before dispatch',
    count: 3,
    age: [0.5, 4],
    about: 'pool',
    play: ({ deeds, world }, appeal) => {
      const life = deeds.submit(appeal)
      world.work(2)
      deeds.ask(life)
    },
    ends: rests('needs-info'),
  },
  {
    name: 'waits for an operator’s dispatch',
    count: 5,
    age: [0, 1.5],
    about: 'pool',
    play: ({ deeds }, appeal) => void deeds.submit(appeal),
    ends: rests('awaiting-dispatch'),
  },
  {
    name: 'told more, waits for dispatch again',
    count: 1,
    age: [1, 4],
    about: 'pool',
    play: ({ deeds, world, dice }, appeal) => {
      const life = deeds.submit(appeal)
      world.work(1)
      deeds.ask(life)
      world.home(dice.between(1, 12))
      deeds.tell(life)
    },
    ends: rests('awaiting-dispatch'),
  },
  {
    name: 'forgotten before dispatch until it was late',
    count: 1,
    age: [8, 24],
    about: 'pool',
    play: ({ deeds }, appeal) => void deeds.submit(appeal),
    ends: ([order]) => order.state.status === 'awaiting-dispatch' && worstCard(order) === 'red',
  },
  {
    name: 'given back by its unit, with reason',
    count: 2,
    age: [1, 4],
    about: 'single',
    play: (stage, appeal) => {
      const life = returned(stage, appeal)
      stage.world.work(3)
      stage.deeds.upholdReturn(life)
    },
    ends: ([order]) => order.state.status === 'awaiting-dispatch' && order.returns.length === 1,
  },
]

const AT_THE_UNIT: readonly Story[] = [
  {
    name: 'dispatched, not seen yet',
    count: 6,
    age: [0, 1],
    about: 'single',
    play: ({ deeds }, appeal) => void deeds.submit(appeal),
    ends: ([order]) => order.state.status === 'dispatched' && worstCard(order) === undefined,
  },
  {
    name: 'dispatched and seen',
    count: 5,
    age: [0.2, 2],
    play: ({ deeds, world, dice }, appeal) => {
      const life = deeds.submit(appeal)
      deeds.toUnit(life)
      world.work(dice.between(0, 4))
      deeds.view(life)
    },
    ends: ([order]) => order.state.status === 'dispatched' && order.state.firstViewedAt !== undefined,
  },
  {
    name: 'dispatched, and never opened until it was late',
    count: 2,
    age: [3, 22],
    about: 'single',
    play: ({ deeds }, appeal) => void deeds.submit(appeal),
    ends: ([order]) => order.state.status === 'dispatched' && worstCard(order) === 'red',
  },
  {
    name: 'in hand, with notes and calls',
    count: 9,
    age: [0.5, 7],
    play: (stage, appeal) => {
      const { deeds, world, dice } = stage
      const life = received(stage, appeal)
      world.work(dice.between(1, 6))
      if (dice.chance(60)) deeds.contact(life)
      if (dice.chance(60)) deeds.note(life, true)
      if (dice.chance(30)) deeds.note(life, false)
      world.home(dice.between(2, 20))
      if (dice.chance(25)) deeds.supplement(life)
    },
    ends: handling(),
  },
  {
    name: 'an outage, explained at once',
    count: 3,
    age: [0.1, 3],
    about: 'outage',
    play: ({ deeds, world, dice }, appeal) => {
      const life = deeds.submit(appeal)
      world.minutes(dice.between(4, 12))
      deeds.view(life)
      world.minutes(dice.between(2, 12))
      deeds.explain(life)
    },
    ends: ([order]) => order.state.status === 'handling',
  },
  {
    name: 'nearly due',
    count: 6,
    age: [1.5, 24],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.world.work(stage.dice.between(3, 16))
      stage.deeds.note(life, true)
    },
    ends: handling('yellow'),
  },
  {
    name: 'late, and nobody has said anything',
    count: 4,
    age: [4, 26],
    play: (stage, appeal) => void received(stage, appeal),
    ends: handling('red'),
  },
  {
    name: 'late, supervised, not answered yet',
    count: 3,
    age: [5, 28],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.deeds.pastDue(life, 3)
      stage.deeds.supervise(life, stage.dice.pick(['notice', 'coordination', 'interview']))
    },
    ends: handling('red', (order) => openSupervision(order) !== undefined),
  },
  {
    name: 'late, supervised and answered',
    count: 3,
    age: [6, 28],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.deeds.pastDue(life, 3)
      stage.deeds.supervise(life)
      stage.world.work(5)
      stage.deeds.answerSupervision(life)
    },
    ends: handling('red', (o) => o.supervision.length > 0 && openSupervision(o) === undefined),
  },
  {
    name: 'more days asked for',
    count: 3,
    age: [1, 12],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.world.work(stage.dice.between(8, 40))
      stage.deeds.askExtension(life)
    },
    ends: ([order]) => order.state.status === 'handling' && pendingExtension(order) !== undefined,
  },
  {
    name: 'more days granted',
    count: 2,
    age: [3, 14],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.world.work(20)
      stage.deeds.askExtension(life)
      stage.world.work(4)
      stage.deeds.grantExtension(life)
    },
    ends: ([order]) =>
      order.state.status === 'handling' && order.extensions.some((one) => one.decision === 'granted'),
  },
  {
    name: 'more days refused',
    count: 2,
    age: [2, 12],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.world.work(20)
      stage.deeds.askExtension(life)
      stage.world.work(4)
      stage.deeds.refuseExtension(life)
    },
    ends: ([order]) =>
      order.state.status === 'handling' && order.extensions.some((one) => one.decision === 'refused'),
  },
  {
    name: 'reminded by its requester',
    count: 4,
    age: [2, 12],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.world.home(30)
      stage.deeds.remind(life)
      stage.world.home(26)
      if (stage.dice.chance(50)) stage.deeds.remind(life)
    },
    ends: ([order]) => order.state.status === 'handling' && order.reminders.length > 0,
  },
  {
    name: 'urgent by an operator’s word',
    count: 3,
    age: [0.5, 4],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.world.work(1)
      stage.deeds.raiseUrgency(life)
    },
    ends: ([order]) => order.state.status === 'handling' && order.urgency !== undefined,
  },
  {
    name: 'split into what is asked for, answered in part',
    count: 4,
    age: [1, 6],
    about: 'asks',
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.world.work(1)
      stage.deeds.split(life)
      stage.world.work(stage.dice.between(3, 12))
      if (stage.dice.chance(60)) stage.deeds.answerAsk(life)
    },
    ends: ([order]) => order.state.status === 'handling' && order.asks.length > 1,
  },
  {
    name: 'together with an invited unit',
    count: 2,
    age: [1, 6],
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.world.work(2)
      stage.deeds.invite(life)
    },
    ends: handling(),
  },
  {
    name: 'dispatched anew to another unit',
    count: 2,
    age: [0.5, 3],
    about: 'single',
    play: (stage, appeal) => {
      const life = received(stage, appeal)
      stage.world.work(2)
      stage.deeds.redispatch(life)
    },
    ends: rests('dispatched'),
  },
]

export const STORIES: readonly Story[] = [...AT_THE_HOTLINE, ...AT_THE_UNIT, ...DISPUTED, ...REDONE, ...ENDED]
