import { TextArea } from '../../../ui/form/Field'
import { deskWords as words } from '../../../words/zh/desk'
import { FormFrame } from './FormFrame'
import { useActionForm, type FormProps } from './useActionForm'

const nothing = () => ({ publicReply: '', internalAccount: '' })

/** The reply to the requester, and beside it the account that stays inside. */
export const ReplyForm = (props: FormProps) => {
  const form = useActionForm('reply', props, nothing, ({ publicReply, internalAccount }) => ({
    publicReply,
    internalAccount,
  }))
  return (
    <FormFrame action="reply" form={form} onClose={props.onClose}>
      <TextArea
        id="desk-reply-public"
        label={words.reply.public}
        hint={words.reply.publicHint}
        maxlength={3000}
        rows={6}
        value={form.value.publicReply}
        error={form.errorAt('/publicReply')}
        onChange={(publicReply) => form.change({ publicReply })}
      />
      <TextArea
        id="desk-reply-internal"
        label={words.reply.internal}
        hint={words.reply.internalHint}
        maxlength={3000}
        rows={3}
        value={form.value.internalAccount}
        error={form.errorAt('/internalAccount')}
        onChange={(internalAccount) => form.change({ internalAccount })}
      />
    </FormFrame>
  )
}
