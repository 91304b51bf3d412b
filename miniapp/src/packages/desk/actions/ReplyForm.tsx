import type { AskView } from '@jiesu/shared-types'
import {
  ASK_OUTCOME_WORDS,
  ASK_OUTCOMES,
  type AskOutcome,
  MATTER_NATURE_WORDS,
  MATTER_NATURES,
  type MatterNature,
} from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Choices } from '../../../ui/form/Choices'
import { FieldError, TextArea } from '../../../ui/form/Field'
import { deskWords as words } from '../../../words/zh/desk'
import { FormFrame } from './FormFrame'
import { useActionForm, type FormProps } from './useActionForm'
import styles from './actions.module.scss'

/** The answers to the asks are kept under `outcome:<id>` and `text:<id>`. */
interface Fields extends Record<string, string> {
  publicReply: string
  internalAccount: string
  nature: MatterNature
  publishable: 'yes' | 'no'
}
const nothing = (): Fields => ({
  publicReply: '',
  internalAccount: '',
  nature: 'ordinary',
  publishable: 'no',
})

const isOutcome = (value: string | undefined): value is AskOutcome =>
  (ASK_OUTCOMES as readonly (string | undefined)[]).includes(value)

/** The reply to the requester, ask by ask, and beside it the account that stays inside. */
export const ReplyForm = (props: FormProps) => {
  const open = props.order.asks.filter((ask) => ask.answer === undefined)
  const form = useActionForm('reply', props, nothing, (fields) => ({
    publicReply: fields.publicReply,
    internalAccount: fields.internalAccount,
    nature: fields.nature,
    ...(fields.publishable === 'yes' ? { publishable: true } : {}),
    // An ask about which nothing was chosen is left out: the portal names it.
    points: open.flatMap(({ id }) => {
      const outcome = fields[`outcome:${id}`]
      return isOutcome(outcome) ? [{ ask: id, outcome, text: fields[`text:${id}`] ?? '' }] : []
    }),
  }))
  const placeOf = (ask: AskView) => props.order.asks.indexOf(ask) + 1
  const written = open.filter(({ id }) => isOutcome(form.value[`outcome:${id}`]))
  return (
    <FormFrame action="reply" form={form} onClose={props.onClose}>
      {props.order.asks
        .filter((ask) => ask.answer !== undefined)
        .map((ask) => (
          <Answered key={ask.id} ask={ask} at={placeOf(ask)} />
        ))}
      {open.map((ask) => {
        const at = written.indexOf(ask)
        return (
          <View key={ask.id} className={styles.ask} role="group" aria-label={ask.text}>
            <View className={styles.askText}>{words.reply.ask(placeOf(ask), ask.text)}</View>
            {ask.unitName === undefined ? null : (
              <View className={styles.help}>{words.reply.givenTo(ask.unitName)}</View>
            )}
            <Choices
              id={`desk-reply-outcome-${ask.id}`}
              label={words.reply.outcome}
              choices={ASK_OUTCOMES.map((id) => ({ id, name: ASK_OUTCOME_WORDS[id] }))}
              chosen={
                isOutcome(form.value[`outcome:${ask.id}`])
                  ? (form.value[`outcome:${ask.id}`] as AskOutcome)
                  : undefined
              }
              onChoose={(outcome) => form.change({ [`outcome:${ask.id}`]: outcome })}
            />
            <TextArea
              id={`desk-reply-point-${ask.id}`}
              label={words.reply.point}
              maxlength={1000}
              rows={2}
              value={form.value[`text:${ask.id}`] ?? ''}
              error={at < 0 ? undefined : form.errorAt(`/points/${at}/text`)}
              onChange={(text) => form.change({ [`text:${ask.id}`]: text })}
            />
          </View>
        )
      })}
      {props.order.followers === 0 ? null : (
        <View className={styles.request}>{words.reply.followers(props.order.followers)}</View>
      )}
      <FieldError id="desk-reply-points" error={form.errorAt('/points')} />
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
      {props.order.watchers === 0 ? null : (
        <Choices
          id="desk-reply-publish"
          label={words.reply.publish}
          hint={words.reply.publishHint(props.order.watchers)}
          choices={(['no', 'yes'] as const).map((id) => ({ id, name: words.reply.publishNames[id] }))}
          chosen={form.value.publishable}
          onChoose={(publishable) => form.change({ publishable })}
        />
      )}
      <Choices
        id="desk-reply-nature"
        label={words.reply.nature}
        hint={words.reply.natureHint}
        choices={MATTER_NATURES.map((id) => ({ id, name: MATTER_NATURE_WORDS[id] }))}
        chosen={form.value.nature}
        onChoose={(nature) => form.change({ nature })}
      />
    </FormFrame>
  )
}

/** What a co-handling unit has answered already. */
const Answered = ({ ask, at }: { ask: AskView; at: number }) => (
  <View className={styles.ask}>
    <View className={styles.askText}>{words.reply.ask(at, ask.text)}</View>
    <View>{`${ask.answer?.unitName ?? ''}：${ask.answer?.text ?? ''}`}</View>
  </View>
)
