import type { ScopeFinding } from '@jiesu/shared-types'
import { isBlocking } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Choices } from '../../../ui/form/Choices'
import { TextArea, TextField } from '../../../ui/form/Field'
import { deskWords as words } from '../../../words/zh/desk'
import { FormFrame } from './FormFrame'
import { useActionForm, type FormProps } from './useActionForm'
import styles from './actions.module.scss'

const NO_RULE = 'none'
const nothing = () => ({ rule: '', reason: '', goTo: '' })

const waysOf = (finding: ScopeFinding): string =>
  finding.channels.map(({ name, phone, web }) => [name, phone, web].filter(Boolean).join(' ')).join('；')

/** A decline rests on a rule where one was found, and always says where to go instead. */
export const DeclineForm = (props: FormProps) => {
  const form = useActionForm('decline', props, nothing, ({ rule, reason, goTo }) => ({
    reason,
    goTo,
    ...(rule === '' || rule === NO_RULE ? {} : { rule }),
  }))
  const found = props.order.findings.filter((finding) => isBlocking(finding.kind))
  const petition = props.order.petition?.finding
  // The same rule may have spoken already, because the appeal itself tells of the petition.
  const findings =
    petition === undefined || found.some(({ rule }) => rule === petition.rule) ? found : [...found, petition]

  /**
   * The rule's channels fill what is still empty. The reason is a decision and written by whoever decides: the rule's
   * own words advise a person who is still typing.
   */
  const choose = (rule: string) => {
    const finding = findings.find((one) => one.rule === rule)
    const { goTo } = form.value
    form.change({
      rule,
      goTo: goTo.trim() === '' && finding !== undefined ? waysOf(finding) : goTo,
    })
  }

  return (
    <FormFrame action="decline" form={form} onClose={props.onClose}>
      {findings.length === 0 ? null : (
        <Choices
          id="desk-decline-rule"
          label={words.decline.rule}
          stacked
          choices={[
            ...findings.map(({ rule, title, text }) => ({ id: rule, name: title, explanation: text })),
            { id: NO_RULE, name: words.decline.noRule },
          ]}
          chosen={form.value.rule === '' ? undefined : form.value.rule}
          error={form.errorAt('/rule')}
          onChoose={choose}
        />
      )}
      <View className={styles.next}>
        <TextArea
          id="desk-decline-reason"
          label={words.decline.reason}
          hint={words.decline.reasonHint}
          maxlength={500}
          rows={3}
          value={form.value.reason}
          error={form.errorAt('/reason')}
          onChange={(reason) => form.change({ reason })}
        />
        <TextField
          id="desk-decline-goto"
          label={words.decline.goTo}
          hint={words.decline.goToHint}
          maxlength={200}
          value={form.value.goTo}
          error={form.errorAt('/goTo')}
          onChange={(goTo) => form.change({ goTo })}
        />
      </View>
    </FormFrame>
  )
}
