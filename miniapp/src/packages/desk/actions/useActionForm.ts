import type { DeskOrderView } from '@jiesu/shared-types'
import { useCallback } from 'react'
import { readDraft, useDraft } from '../../../stores/drafts'
import type { BodyOf, DeskAction, FormAction } from './deskActions'
import { useCommand, type Pending } from './useCommand'

/** What every form of the desk is given. */
export interface FormProps {
  order: DeskOrderView
  /** The desk that writes: drafts are kept for each on its own. */
  desk: string
  onOrder: (order: DeskOrderView, action: DeskAction) => void
  onConflict: () => void
  onClose: () => void
}

type Kept<F> = F & { pending?: Pending }

export const draftName = (desk: string, number: string, action: FormAction): string =>
  `desk:${desk}:${number}:${action}`

const isWritten = (value: unknown): boolean =>
  typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) && value.length > 0

/** Texts of a draft that was not sent, in the order of its fields; empty where there is none. */
export const writtenTexts = (desk: string, number: string, action: FormAction): string[] => {
  const kept = readDraft<Record<string, unknown>>(draftName(desk, number, action))?.value ?? {}
  return Object.values(kept).filter((value): value is string => typeof value === 'string' && isWritten(value))
}

/** True when something was written for this step and not sent. */
export const hasDraft = (desk: string, number: string, action: FormAction): boolean => {
  const { pending: _, ...fields } =
    readDraft<Record<string, unknown>>(draftName(desk, number, action))?.value ?? {}
  return Object.values(fields).some(isWritten)
}

/** A form whose words stay on the device until the portal has taken them. */
export const useActionForm = <A extends FormAction, F extends object>(
  action: A,
  { order, desk, onOrder, onConflict }: FormProps,
  empty: () => F,
  bodyOf: (fields: F) => BodyOf<A>,
) => {
  const draft = useDraft<Kept<F>>(draftName(desk, order.number, action), empty)
  const { change, clear } = draft
  const setPending = useCallback(
    (pending: Pending | undefined) => change({ pending } as Partial<Kept<F>>),
    [change],
  )
  const { busy, problem, send } = useCommand({
    action,
    number: order.number,
    pending: draft.value.pending,
    setPending,
    onOrder: (next, done) => {
      clear()
      onOrder(next, done)
    },
    onConflict,
  })
  return {
    value: draft.value as F,
    change: (patch: Partial<F>) => change(patch),
    savedAt: draft.savedAt,
    safe: draft.safe,
    busy,
    problem,
    /** What the portal found wrong at one field, e.g. `/publicReply`. */
    errorAt: (path: string) => problem?.fields.find((field) => field.path === path)?.message,
    submit: () => void send(bodyOf(draft.value)),
  }
}
export type ActionForm = Pick<
  ReturnType<typeof useActionForm>,
  'savedAt' | 'safe' | 'busy' | 'problem' | 'submit'
>
