import type { SatisfactionLevel, SolvedAnswer } from '@jiesu/shared-types/vocabulary'
import { localProblem } from '../../../api/problem'
import type { RatingDraft } from './afterwards'
import { reasonText } from './reasons'

/** Of the contract's 500, what is left beside the reasons that can be ticked. */
export const REASON_LIMIT = 400
export const FIELDS = ['solved', 'satisfaction', 'reason'] as const
export type Errors = Partial<Record<(typeof FIELDS)[number], string>>

export const emptyRating = (): RatingDraft => ({
  commandId: '',
  solved: '',
  satisfaction: '',
  ticked: [],
  reason: '',
  asksRedo: '',
})

/** What is sent; `redo`: the answers are such that one may be asked for. */
export const toInput = (draft: RatingDraft, redo: boolean) => ({
  commandId: draft.commandId,
  // Empty means not chosen yet: the contract then says so.
  solved: draft.solved as SolvedAnswer,
  satisfaction: draft.satisfaction as SatisfactionLevel,
  reason: reasonText(draft),
  asksRedo: redo && draft.asksRedo === true,
})

/** The portal's, or the contract's, findings at the fields they are about. */
export const errorsOf = (problems: readonly { path: string; message: string }[]): Errors =>
  Object.fromEntries(
    FIELDS.flatMap((field) => {
      const found = problems.find((problem) => problem.path === `/${field}`)
      return found === undefined ? [] : [[field, found.message]]
    }),
  )

/** What is not right yet, before anything is sent. @throws ApiProblem when the code for checking cannot be fetched. */
export const checkRating = async (draft: RatingDraft, redo: boolean): Promise<Errors> => {
  const [contracts, { checkInput }] = await Promise.all([
    import('../../../api/contracts'),
    import('../../../api/checkInput'),
  ]).catch(() => {
    throw localProblem('offline')
  })
  return errorsOf(checkInput(contracts.RateInput, toInput(draft, redo)))
}
