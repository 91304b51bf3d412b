import type { CityProfile } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { Notice } from '../../../ui/feedback/Notice'
import { Button } from '../../../ui/form/Button'
import { Choices } from '../../../ui/form/Choices'
import { FieldError, TextArea } from '../../../ui/form/Field'
import { PickOne } from '../../../ui/form/PickOne'
import { Card } from '../../../ui/layout/Card'
import { submitWords as words } from '../../../words/submit'
import { Findings } from './Findings'
import { KnowledgeHints } from './KnowledgeHints'
import type { BlockProps } from './blocks'
import { Voice } from './Voice'
import type { ScopeFindings } from './useScope'
import styles from './submit.module.scss'

const TEXT_LIMIT = 2000
const NOT_SURE = 'not-sure'

interface WhatBlockProps extends BlockProps {
  profile: CityProfile
  scope: ScopeFindings
}

/** The matter itself; what the portal finds in the words stands right below them. */
export const WhatBlock = ({ draft, sending, profile, scope }: WhatBlockProps) => {
  const { value, change } = draft
  const suggestions = scope.scope?.categories ?? []
  const suggested = suggestions.find((one) => one.category === value.category)
  const others = suggestions.filter((one) => one.category !== value.category)
  const question = profile.categories
    .flatMap((group) => group.categories)
    .find(({ id }) => id === value.category)?.question
  const choose = (category: string) => {
    change({ category, categoryChosen: true, ...(category === value.category ? {} : { fact: '' }) })
    sending.forgive('submit-category', 'submit-fact')
  }
  return (
    <Card title={words.what}>
      {words.language === '' ? null : (
        <View id="submit-language" className={styles.language}>
          <Notice>{[words.language, profile.foreigners].filter(Boolean).join(' ')}</Notice>
        </View>
      )}
      <TextArea
        id="submit-text"
        label={words.text}
        hint={words.textHint}
        placeholder={words.textPlaceholder}
        maxlength={TEXT_LIMIT}
        rows={6}
        value={value.text}
        error={sending.errors['submit-text']}
        onChange={(text) => {
          change({ text })
          sending.forgive('submit-text', 'submit-findings')
        }}
      />
      <Voice
        onHeard={(heard) => {
          change(({ text }) => ({ text: `${text}${heard}`.slice(0, TEXT_LIMIT) }))
          sending.forgive('submit-text', 'submit-findings')
        }}
      />
      <Findings
        findings={scope.scope?.findings ?? []}
        insist={sending.insist}
        onInsist={sending.toggleInsist}
      />
      <FieldError id="submit-findings" error={sending.errors['submit-findings']} />
      <KnowledgeHints hits={scope.hits} />
      <View className={styles.next}>
        <Choices
          id="submit-kind"
          label={words.kind}
          choices={profile.kinds}
          chosen={value.kind === '' ? undefined : value.kind}
          error={sending.errors['submit-kind']}
          hint={profile.kinds.find((kind) => kind.id === value.kind)?.explanation}
          onChoose={(kind) => {
            change({ kind })
            sending.forgive('submit-kind')
          }}
        />
      </View>
      <View className={styles.next}>
        <PickOne
          id="submit-category"
          label={words.category}
          ask={words.categoryPick}
          searchHint={words.categorySearch}
          nothingFound={words.nothingFound}
          groups={profile.categories.map(({ id, name, categories }) => ({ id, name, options: categories }))}
          chosen={value.category === '' ? undefined : value.category}
          hint={
            suggested !== undefined && !value.categoryChosen
              ? words.categorySuggested(suggested.words)
              : undefined
          }
          error={sending.errors['submit-category']}
          onChoose={choose}
        />
        {others.length === 0 ? null : (
          <View className={styles.also}>
            <View className={styles.muted}>{words.categoryAlso}</View>
            {others.map((one) => (
              <Button
                key={one.category}
                id={`submit-suggestion-${one.category.replace(/\//g, '_')}`}
                small
                onPress={() => choose(one.category)}
              >
                {one.name}
              </Button>
            ))}
          </View>
        )}
      </View>
      {question === undefined ? null : (
        <View className={styles.next}>
          <Choices
            id="submit-fact"
            label={question.ask}
            choices={[
              ...question.answers.map(({ fact, name }) => ({ id: fact, name })),
              { id: NOT_SURE, name: words.factNotSure },
            ]}
            chosen={value.fact === '' ? NOT_SURE : value.fact}
            error={sending.errors['submit-fact']}
            hint={words.factHint}
            onChoose={(fact) => {
              change({ fact: fact === NOT_SURE ? '' : fact })
              sending.forgive('submit-fact')
            }}
          />
        </View>
      )}
    </Card>
  )
}
