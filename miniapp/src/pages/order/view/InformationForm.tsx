import type { OrderView } from '@jiesu/shared-types'
import { call } from '../../../api/client'
import type { Remote } from '../../../api/useRemote'
import { orderWords as words } from '../../../words/order'
import { TextCommand } from './TextCommand'

/** The answer to a question of the hotline. */
export const InformationForm = ({ order, view }: { order: Remote<OrderView>; view: OrderView }) => (
  <TextCommand
    order={order}
    id="order-information"
    draftName={`information:${view.number}`}
    label={words.questionLabel}
    maxlength={2000}
    path="/text"
    send={(commandId, text) =>
      call('giveInformation', { params: { number: view.number }, body: { commandId, text } })
    }
    sendWords={words.questionSend}
    doneWords={words.questionSent}
    primary
  />
)
