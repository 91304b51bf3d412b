/** The fields of the desk's forms. What most steps ask for is a line of this table; three steps have forms of their own. */
import type { DeskOrderView } from '@jiesu/shared-types'
import {
  ASK_OUTCOME_WORDS,
  ASK_OUTCOMES,
  CONTACT_OUTCOME_WORDS,
  CONTACT_OUTCOMES,
  limitWords,
  SATISFACTION_LEVELS,
  SATISFACTION_WORDS,
  SOLVED_ANSWERS,
  SOLVED_WORDS,
  SUPERVISION_FORM_WORDS,
  SUPERVISION_FORMS,
} from '@jiesu/shared-types/vocabulary'
import { deskWords } from '../../../words/zh/desk'
import { deskFormWords } from '../../../words/zh/deskForms'

interface Base {
  readonly name: string
  readonly optional?: true
  /** Said below the label instead of the hint of the words. */
  readonly hintOf?: (order: DeskOrderView) => string | undefined
}
interface Option {
  readonly id: string
  readonly name: string
}
/** `value` is what the portal is sent for what the field holds; by default the text itself. */
export type FormField = Base &
  (
    | { readonly kind: 'area'; readonly max: number; readonly rows: number }
    | { readonly kind: 'line'; readonly max: number }
    | { readonly kind: 'number'; readonly max: number }
    | { readonly kind: 'choice'; readonly options: (order: DeskOrderView) => readonly Option[] }
    /** Yes or no; `first` is chosen at the beginning. */
    | { readonly kind: 'flag'; readonly yes: string; readonly no: string; readonly first: 'yes' | 'no' }
    | { readonly kind: 'unit' }
    | { readonly kind: 'units' }
  )

const area = (name: string, max = 500, rows = 3): FormField => ({ kind: 'area', name, max, rows })
const line = (name: string, max = 200): FormField => ({ kind: 'line', name, max })
const choice = <Id extends string>(
  name: string,
  ids: readonly Id[],
  names: Record<Id, string>,
): FormField => ({
  kind: 'choice',
  name,
  options: () => ids.map((id) => ({ id, name: names[id] })),
})

const words = deskWords.forms
const mostDays = (order: DeskOrderView): string | undefined => {
  const offer = order.extensionOffer
  return offer && words.mostDays(limitWords({ unit: offer.unit, amount: offer.mostDays }))
}

export const FORM_TABLE = {
  accept: [{ ...area('note', 300, 2), optional: true }],
  requestInformation: [area('question')],
  resume: [area('reason')],
  answerDirectly: [area('publicReply', 3000, 5), { ...line('entry'), optional: true }],
  mergeInto: [line('into', 40), area('reason', 300, 2)],
  unmerge: [area('reason', 500, 2)],
  raiseUrgency: [area('reason', 500, 2)],
  explainCause: [area('text', 1000, 4)],
  inviteCoUnits: [{ kind: 'units', name: 'units' }, area('reason', 300, 2)],
  recordContact: [choice('outcome', CONTACT_OUTCOMES, CONTACT_OUTCOME_WORDS), area('text', 1000)],
  noteProgress: [
    area('text', 1000),
    { kind: 'flag', name: 'visible', yes: words.visible, no: words.internal, first: 'yes' },
  ],
  answerAsk: [
    {
      kind: 'choice',
      name: 'ask',
      options: (order) =>
        order.asks
          .filter((ask) => ask.answer === undefined && ask.unitName !== undefined)
          .map((ask) => ({ id: ask.id, name: ask.text })),
    },
    choice('outcome', ASK_OUTCOMES, ASK_OUTCOME_WORDS),
    area('text', 1000),
  ],
  askExtension: [{ kind: 'number', name: 'days', max: 3, hintOf: mostDays }, area('reason')],
  grantExtension: [area('reason', 500, 2)],
  refuseExtension: [area('reason', 500, 2)],
  returnOrder: [area('reason'), area('evidence', 1000)],
  upholdReturn: [area('reason', 500, 2)],
  refuseReturn: [area('reason', 500, 2)],
  referDuty: [area('reason')],
  recordRuling: [{ kind: 'unit', name: 'unit' }, line('document'), area('reason')],
  declareRepeat: [line('earlier', 40), area('reason')],
  recordCallback: [
    choice('outcome', CONTACT_OUTCOMES, CONTACT_OUTCOME_WORDS),
    { ...choice('solved', SOLVED_ANSWERS, SOLVED_WORDS), optional: true },
    { ...choice('satisfaction', SATISFACTION_LEVELS, SATISFACTION_WORDS), optional: true },
    { kind: 'flag', name: 'asksRedo', yes: words.redoYes, no: words.redoNo, first: 'no' },
    { ...area('redoReason'), optional: true },
    area('text', 1000),
  ],
  supervise: [choice('form', SUPERVISION_FORMS, SUPERVISION_FORM_WORDS), area('text', 1000)],
  answerSupervision: [area('text', 1000)],
  orderRedo: [area('reason')],
  conclude: [area('reason')],
} as const satisfies Record<keyof typeof deskFormWords, readonly FormField[]>

export type TableAction = keyof typeof FORM_TABLE
export type Values = Record<string, string>

export const fieldsOf = (action: TableAction): readonly FormField[] => FORM_TABLE[action]

export const wordsOf = (
  action: TableAction,
  name: string,
): { readonly label: string; readonly hint?: string; readonly ask?: string } =>
  (deskFormWords[action] as Record<string, { label: string; hint?: string; ask?: string }>)[name] ?? {
    label: name,
  }

/** What is chosen where nobody has chosen yet; empty for texts, so that an untouched form is no draft. */
export const shownValue = (field: FormField, values: Values): string =>
  values[field.name] ?? (field.kind === 'flag' ? field.first : '')

/** Ids of several units are kept as one text. */
export const listOf = (value: string): string[] => value.split(',').filter((id) => id !== '')

/** What the portal is asked to judge; what is no number or not chosen is left to it, which says so at the field. */
export const bodyOf = (action: TableAction, values: Values): Record<string, unknown> =>
  Object.fromEntries(
    fieldsOf(action).flatMap((field): [string, unknown][] => {
      const value = shownValue(field, values)
      switch (field.kind) {
        case 'number':
          return [[field.name, value.trim() === '' ? NaN : Number(value)]]
        case 'flag':
          return [[field.name, value === 'yes']]
        case 'units':
          return [[field.name, listOf(value)]]
        case 'choice':
        case 'line':
        case 'area':
        case 'unit':
          return field.optional === true && value.trim() === '' ? [] : [[field.name, value]]
      }
    }),
  )
