/** 建议: who may do what with a proposal for an entry, and when it is over. */
import type { ProposalAction, ProposalKind, StaffRole } from '@jiesu/shared-types/vocabulary'
import type { Life } from './life'

/** What somebody has decided about a proposal. */
export type ProposalState = 'assigned' | 'taken' | 'dismissed' | 'done'

export interface Standing {
  readonly kind: ProposalKind
  /** Undefined: nobody has decided anything. */
  readonly state: ProposalState | undefined
  /** Whose matter it is, by the hotline's word or by the dispatch catalogue; undefined: nobody has said so. */
  readonly unit: string | undefined
}

interface Reader {
  readonly role: StaffRole
  readonly unitId?: string | undefined
}

const isOfUnit = ({ role }: Reader): boolean => role === 'knowledge-editor' || role === 'manager'

/** The hotline's people see all of the city; a unit's what is theirs, or may be anybody's. */
export const maySeeProposal = (reader: Reader, { unit }: Pick<Standing, 'unit'>): boolean =>
  !isOfUnit(reader) || unit === undefined || unit === reader.unitId

/** Units write, the hotline hands out; what may be anybody's is not a single unit's to dismiss. */
export const proposalActions = (reader: Reader, { kind, state, unit }: Standing): ProposalAction[] => {
  if (!maySeeProposal(reader, { unit }) || state === 'dismissed' || state === 'done') return []
  if (reader.role === 'knowledge-reviewer') return state === 'taken' ? ['dismiss'] : ['assign', 'dismiss']
  if (reader.role !== 'knowledge-editor' || reader.unitId === undefined || state === 'taken') return []
  return [
    'begin',
    ...(kind === 'question' ? (['add-phrasing'] as const) : []),
    ...(unit === reader.unitId ? (['dismiss'] as const) : []),
  ]
}

/** The entry has been published since it was taken up for the proposal. */
export const isFulfilled = (versionsWhenTaken: number, versionsNow: number): boolean =>
  versionsNow > versionsWhenTaken

/** Nothing is being written any more. */
export const isGivenUp = ({ work }: Pick<Life, 'work'>): boolean =>
  work === undefined || work.stage === 'discarded'

/** The phrasings with another one, unless the entry's question is said so already. */
export const withPhrasing = (
  { title, phrasings }: { readonly title: string; readonly phrasings: readonly string[] },
  words: string,
): readonly string[] => (title === words || phrasings.includes(words) ? phrasings : [...phrasings, words])
