/** Titles and texts of the timeline in English; what people wrote stays as they wrote it. */
import { vocabularyIn } from '@jiesu/shared-types'
import type { City } from '../cities/cityData'
import { textInEnglish } from '../platform/english'
import type { RecordedEvent } from './rules/events'
import type { Order } from './rules/order'

const words = vocabularyIn('en')

interface Entry {
  readonly title: string
  readonly text?: string
}

export const entryInEnglish = (event: RecordedEvent, order: Order, city: City, now: Date): Entry => {
  const title = words.ORDER_EVENT_WORDS[event.type]
  const unit = (id: string): string => city.units.find((one) => one.id === id)?.name ?? id
  const units = (ids: readonly string[]): string => ids.map(unit).join(', ')
  /** What somebody wrote, or a rule of the portal. */
  const entry = (text: string): Entry => (text === '' ? { title } : { title, text: textInEnglish(text) })
  switch (event.type) {
    case 'submitted': {
      const line = city.hotlines.find(({ number }) => number === order.cameBy?.line)
      return line === undefined ? { title } : { title: `Passed on by ${line.number} ${line.name}` }
    }
    case 'duty-referred':
    case 'first-viewed':
    case 'received':
      return { title }
    case 'accepted':
      return entry(event.note)
    case 'dispatched': {
      const together = event.coUnitIds.length === 0 ? '' : `, together with ${units(event.coUnitIds)}`
      const by = event.line === undefined ? '' : ` through the line ${event.line.number}`
      return { title: `Sent to ${unit(event.unitId)}${by}${together}`, text: textInEnglish(event.basis) }
    }
    case 'declined':
      return { title, text: `${event.reason} Where to go instead: ${event.goTo}` }
    case 'information-requested':
      return entry(event.question)
    case 'information-given':
    case 'cause-explained':
    case 'supplemented':
    case 'progress-noted':
    case 'supervision-answered':
    case 'reminded':
      return entry(event.text)
    case 'withdrawn':
    case 'decline-contested':
    case 'redo-ordered':
    case 'concluded':
    case 'resumed':
    case 'unmerged':
    case 'merged':
    case 'return-upheld':
    case 'return-refused':
    case 'urgency-raised':
    case 'returned':
    case 'extension-asked':
    case 'extension-refused':
      return entry(event.reason)
    case 'asks-split':
      return { title, text: event.asks.map((ask, i) => `${i + 1}. ${ask.text}`).join('; ') }
    case 'ask-answered':
      return { title, text: `${words.ASK_OUTCOME_WORDS[event.outcome]}: ${event.text}` }
    case 'duty-ruled':
      return { title: `${title}: ${unit(event.unitId)}`, text: `${event.document}. ${event.reason}` }
    case 'co-units-invited':
      return { title: `${units(event.unitIds)} asked to help`, text: event.reason }
    case 'contact-recorded':
    case 'callback-recorded':
      return { title, text: `${words.CONTACT_OUTCOME_WORDS[event.outcome]}. ${event.text}` }
    case 'supervised':
      return { title, text: event.text }
    case 'card-issued':
      return {
        title: words.CARD_COLOUR_WORDS[event.colour],
        text: `${words.MILESTONE_WORDS[event.milestone]}: due by ${words.sayDue(event.dueAt, now)}`,
      }
    case 'extension-granted':
      return {
        title,
        text: `Now due by ${words.sayDue(event.dueAt, now)} (before: ${words.sayDue(event.before, now)}). ${event.reason}`,
      }
    case 'replied':
      return { title, text: event.publicReply }
    case 'promise-recomputed': {
      const certain = event.changes.filter((change) => !change.provisional)
      const said = certain.map(({ milestone, dueAt, before }) => {
        const was =
          dueAt.getTime() === before.getTime()
            ? 'as was assumed before'
            : `before: ${words.sayDue(before, event.at)}`
        return `${words.MILESTONE_WORDS[milestone]}: due by ${words.sayDue(dueAt, event.at)} (${was})`
      })
      return { title, text: `The public holidays were announced. ${said.join('; ')}.` }
    }
    case 'rated': {
      const said = `${words.SOLVED_WORDS[event.solved]}; handled ${words.SATISFACTION_WORDS[event.satisfaction].toLowerCase()}`
      return { title, text: event.reason === '' ? said : `${said}. ${event.reason}` }
    }
  }
}
