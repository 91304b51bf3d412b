import type { DeskOrderView } from '@jiesu/shared-types'
import { ORDER_ACTION_WORDS } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Fragment, useEffect, useState, type ReactNode } from 'react'
import { focusOn } from '../../../platform/focus'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Notice } from '../../../ui/feedback/Notice'
import { Button } from '../../../ui/form/Button'
import { BottomBar } from '../../../ui/layout/BottomBar'
import { Sheet } from '../../../ui/layout/Sheet'
import { deskWords as words } from '../../../words/zh/desk'
import { ACTION_IDS, deskActions, type DeskAction, type FormAction } from './deskActions'
import { DeclineForm } from './DeclineForm'
import { DispatchForm } from './DispatchForm'
import { KeptTexts } from './KeptTexts'
import { ReplyForm } from './ReplyForm'
import { SplitForm } from './SplitForm'
import { TableForm } from './TableForm'
import { hasDraft, type FormProps } from './useActionForm'
import { useCommand, type Pending } from './useCommand'
import styles from './actions.module.scss'

/** Steps that the table does not describe have forms of their own. */
const formOf = (action: FormAction, props: FormProps): ReactNode => {
  switch (action) {
    case 'decline':
      return <DeclineForm {...props} />
    case 'dispatch':
    case 'redispatch':
      return <DispatchForm action={action} {...props} />
    case 'splitAsks':
      return <SplitForm {...props} />
    case 'reply':
      return <ReplyForm {...props} />
    default:
      return <TableForm action={action} {...props} />
  }
}

/** So many steps stand side by side; the rest is behind one more button. */
const SIDE_BY_SIDE = 4

const isForm = (action: DeskAction): action is FormAction => action !== 'receive'

/** A form that something else on the page has filled in and wants to be seen. */
export interface Begin {
  action: FormAction
  /** Tells one wish from the next. */
  at: number
}

interface ActionAreaProps {
  order: DeskOrderView
  desk: string
  onOrder: (order: DeskOrderView, action: DeskAction) => void
  /** Reads the order again after somebody else acted on it. */
  onStale: () => void
  /** Hears which form is open. */
  onForm?: (action: FormAction | undefined) => void
  begin?: Begin | undefined
  /** What stands below the form: the record of the order so far. */
  children: ReactNode
}

/** The steps that are possible now; a form that was begun is open again, and nothing that was written gets lost. */
export const ActionArea = ({ order, desk, onOrder, onStale, onForm, begin, children }: ActionAreaProps) => {
  const actions = deskActions(order)
  const forms = actions.filter(isForm)
  const [chosen, setChosen] = useState<FormAction | undefined>(() =>
    forms.find((action) => hasDraft(desk, order.number, action)),
  )
  const [conflict, setConflict] = useState(false)
  /** What a press has just put on the page; a form that was open from the start does not pull the page to itself. */
  const [lookAt, setLookAt] = useState<{ id: string }>()
  useEffect(() => {
    if (lookAt !== undefined) focusOn(lookAt.id)
  }, [lookAt])
  const [pending, setPending] = useState<Pending>()
  const [begun, setBegun] = useState(begin)
  if (begin !== begun) {
    setBegun(begin)
    if (begin !== undefined) {
      setChosen(begin.action)
      setLookAt({ id: `${ACTION_IDS[begin.action]}-form` })
    }
  }
  const open = chosen !== undefined && forms.includes(chosen) ? chosen : undefined
  useEffect(() => onForm?.(open), [onForm, open])
  const [more, setMore] = useState(false)
  const shown = actions.length <= SIDE_BY_SIDE + 1 ? actions : actions.slice(0, SIDE_BY_SIDE)
  const hidden = actions.slice(shown.length)

  const taken = (next: DeskOrderView, action: DeskAction) => {
    setConflict(false)
    setChosen(undefined)
    onOrder(next, action)
  }
  const clash = () => {
    setConflict(true)
    setLookAt({ id: 'desk-conflict' })
    onStale()
  }
  const receive = useCommand({
    action: 'receive',
    number: order.number,
    pending,
    setPending,
    onOrder: taken,
    onConflict: clash,
  })

  const press = (action: DeskAction) => {
    setConflict(false)
    if (!isForm(action)) return void receive.send({})
    setChosen(action)
    setLookAt({ id: `${ACTION_IDS[action]}-form` })
  }

  return (
    <>
      {conflict ? (
        <Notice id="desk-conflict" tone="soon" title={words.conflict}>
          {words.conflictHelp}
        </Notice>
      ) : null}
      <KeptTexts order={order} desk={desk} allowed={forms} />
      {open === undefined ? null : (
        <Fragment key={`${open}${order.number}${begin?.at ?? ''}`}>
          {formOf(open, {
            order,
            desk,
            onOrder: taken,
            onConflict: clash,
            onClose: () => setChosen(undefined),
          })}
        </Fragment>
      )}
      {children}
      {actions.length === 0 ? (
        <View id="desk-no-actions" className={styles.none}>
          {words.noActions}
        </View>
      ) : (
        <View className={styles.bar}>
          <BottomBar
            above={
              receive.problem === undefined ? undefined : (
                <View role="alert">
                  <ErrorState problem={receive.problem} />
                </View>
              )
            }
          >
            <View className={styles.buttons} role="group" aria-label={words.actions}>
              {shown.map((action, at) => (
                <Button
                  key={action}
                  id={ACTION_IDS[action]}
                  kind={at === 0 && open === undefined ? 'primary' : 'secondary'}
                  pressed={isForm(action) ? action === open : undefined}
                  busy={action === 'receive' && receive.busy}
                  onPress={() => press(action)}
                >
                  {ORDER_ACTION_WORDS[action]}
                </Button>
              ))}
              {hidden.length === 0 ? null : (
                <Button id="desk-more-actions" kind="quiet" onPress={() => setMore(true)}>
                  {words.moreActions}
                </Button>
              )}
            </View>
          </BottomBar>
        </View>
      )}
      {more ? (
        <Sheet id="desk-more-sheet" fit title={words.moreActions} onClose={() => setMore(false)}>
          <View className={styles.sheetButtons}>
            {hidden.map((action) => (
              <Button
                key={action}
                id={ACTION_IDS[action]}
                block
                onPress={() => {
                  setMore(false)
                  press(action)
                }}
              >
                {ORDER_ACTION_WORDS[action]}
              </Button>
            ))}
          </View>
        </Sheet>
      ) : null}
    </>
  )
}
