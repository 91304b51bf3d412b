import { TextArea } from '../../../ui/form/Field'
import { deskWords as words } from '../../../words/zh/desk'
import { FormFrame } from './FormFrame'
import { useActionForm, type FormProps } from './useActionForm'

const noText = () => ({ text: '' })

/** 受理, with a word of advice where there is one. */
export const AcceptForm = (props: FormProps) => {
  const form = useActionForm('accept', props, noText, ({ text }) => ({ note: text }))
  return (
    <FormFrame action="accept" form={form} onClose={props.onClose}>
      <TextArea
        id="desk-accept-note"
        label={words.accept.note}
        optional
        maxlength={300}
        rows={2}
        value={form.value.text}
        error={form.errorAt('/note')}
        onChange={(text) => form.change({ text })}
      />
    </FormFrame>
  )
}

export const AskForm = (props: FormProps) => {
  const form = useActionForm('requestInformation', props, noText, ({ text }) => ({ question: text }))
  return (
    <FormFrame action="requestInformation" form={form} onClose={props.onClose}>
      <TextArea
        id="desk-ask-question"
        label={words.ask.question}
        hint={words.ask.hint}
        maxlength={500}
        rows={3}
        value={form.value.text}
        error={form.errorAt('/question')}
        onChange={(text) => form.change({ text })}
      />
    </FormFrame>
  )
}

export const ExplainForm = (props: FormProps) => {
  const form = useActionForm('explainCause', props, noText, ({ text }) => ({ text }))
  return (
    <FormFrame action="explainCause" form={form} onClose={props.onClose}>
      <TextArea
        id="desk-explain-text"
        label={words.explain.text}
        hint={words.explain.hint}
        maxlength={1000}
        rows={4}
        value={form.value.text}
        error={form.errorAt('/text')}
        onChange={(text) => form.change({ text })}
      />
    </FormFrame>
  )
}

export const RedoForm = (props: FormProps) => {
  const form = useActionForm('orderRedo', props, noText, ({ text }) => ({ reason: text }))
  return (
    <FormFrame action="orderRedo" form={form} onClose={props.onClose}>
      <TextArea
        id="desk-redo-reason"
        label={words.redo.reason}
        hint={words.redo.hint}
        maxlength={500}
        rows={3}
        value={form.value.text}
        error={form.errorAt('/reason')}
        onChange={(text) => form.change({ text })}
      />
    </FormFrame>
  )
}

export const ConcludeForm = (props: FormProps) => {
  const form = useActionForm('conclude', props, noText, ({ text }) => ({ reason: text }))
  return (
    <FormFrame action="conclude" form={form} onClose={props.onClose}>
      <TextArea
        id="desk-conclude-reason"
        label={words.conclude.reason}
        hint={words.conclude.hint}
        maxlength={500}
        rows={3}
        value={form.value.text}
        error={form.errorAt('/reason')}
        onChange={(text) => form.change({ text })}
      />
    </FormFrame>
  )
}
