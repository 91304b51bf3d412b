import type { CityProfile } from '@jiesu/shared-types'
import { REQUESTER_TYPE_WORDS } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Choices } from '../../../ui/form/Choices'
import { TextField } from '../../../ui/form/Field'
import { Card } from '../../../ui/layout/Card'
import { submitWords as words } from '../../../words/zh/submit'
import type { BlockProps } from './blocks'
import styles from './submit.module.scss'

/** Its 18 characters, and room for the spaces that come with a copied one. */
const CREDIT_CODE_TYPED = 30

/** Who asks, who may know it, and where the answer goes. */
export const WhoBlock = ({ draft, sending, profile }: BlockProps & { profile: CityProfile }) => {
  const { value, change } = draft
  const { errors, forgive } = sending
  return (
    <Card title={words.who}>
      <Choices
        id="submit-requester"
        label={words.requester}
        choices={profile.requesterTypes.map((id) => ({ id, name: REQUESTER_TYPE_WORDS[id] }))}
        chosen={value.requester}
        error={errors['submit-requester']}
        onChoose={(requester) => {
          change({ requester })
          forgive('submit-requester', 'submit-enterprise', 'submit-credit-code')
        }}
      />
      {value.requester === 'enterprise' ? (
        <View className={styles.next}>
          <TextField
            id="submit-enterprise"
            label={words.enterpriseName}
            maxlength={100}
            value={value.enterpriseName}
            error={errors['submit-enterprise']}
            autoComplete="organization"
            onChange={(enterpriseName) => {
              change({ enterpriseName })
              forgive('submit-enterprise')
            }}
          />
          <TextField
            id="submit-credit-code"
            label={words.creditCode}
            hint={words.creditCodeHint}
            optional
            maxlength={CREDIT_CODE_TYPED}
            value={value.creditCode}
            error={errors['submit-credit-code']}
            autoComplete="off"
            onChange={(creditCode) => {
              change({ creditCode })
              forgive('submit-credit-code')
            }}
          />
        </View>
      ) : null}
      <View className={styles.next}>
        <Choices
          id="submit-confidentiality"
          label={words.confidentiality}
          stacked
          choices={profile.confidentialities}
          chosen={value.confidentiality === '' ? undefined : value.confidentiality}
          error={errors['submit-confidentiality']}
          onChoose={(confidentiality) => {
            change({ confidentiality })
            forgive('submit-confidentiality', 'submit-name', 'submit-phone')
          }}
        />
      </View>
      {value.confidentiality === 'anonymous' ? null : (
        <View className={styles.next}>
          <TextField
            id="submit-name"
            label={words.name}
            placeholder={words.namePlaceholder}
            maxlength={40}
            value={value.name}
            error={errors['submit-name']}
            autoComplete="name"
            onChange={(name) => {
              change({ name })
              forgive('submit-name')
            }}
          />
          <TextField
            id="submit-phone"
            label={words.phone}
            hint={words.phoneHint}
            keyboard="tel"
            maxlength={20}
            value={value.phone}
            error={errors['submit-phone']}
            autoComplete="tel"
            onChange={(phone) => {
              change({ phone })
              forgive('submit-phone')
            }}
          />
        </View>
      )}
    </Card>
  )
}
