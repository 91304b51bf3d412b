import { SECTION_KIND_WORDS, SECTION_KINDS, type SectionKind } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { focusOn } from '../../../platform/focus'
import { Button } from '../../../ui/form/Button'
import { TextArea, TextField } from '../../../ui/form/Field'
import { PickOne } from '../../../ui/form/PickOne'
import { SureButton } from '../../../ui/form/SureButton'
import { deskKnowledgeWords as words } from '../../../words/zh/deskKnowledge'
import { isWritten, moved, NEW_SECTION, ofKind, type SectionForm } from './entryForm'
import type { FieldErrors } from './fieldErrors'
import { Group } from './Group'
import styles from './editor.module.scss'

const MOST = 20
const KINDS = [
  { id: 'all', name: '', options: SECTION_KINDS.map((id) => ({ id, name: SECTION_KIND_WORDS[id] })) },
]

interface BlocksProps {
  sections: readonly SectionForm[]
  errors: FieldErrors
  onChange: (sections: readonly SectionForm[]) => void
}

/** The full answer, a block for each part. */
export const SectionBlocks = ({ sections, errors, onChange }: BlocksProps) => {
  /** Where the focus goes once the blocks stand in their new order. */
  const focus = useRef<string>(undefined)
  useEffect(() => {
    if (focus.current !== undefined) focusOn(focus.current)
    focus.current = undefined
  })
  const sent = sections.filter(isWritten)
  const move = (from: number, to: number, button: string) => {
    onChange(moved(sections, from, to))
    // The button goes with the block; at the ends only the other one is left.
    const isEnd = button === 'up' ? to === 0 : to === sections.length - 1
    focus.current = `knowledge-section-${to}-${isEnd ? (button === 'up' ? 'down' : 'up') : button}`
  }
  return (
    <Group
      id="knowledge-sections"
      label={words.sections}
      hint={words.hints.sections}
      error={errors.of('sections')}
      advice={errors.advice('sections')}
      add={{
        name: words.addSection,
        disabled: sections.length >= MOST,
        onAdd: () => {
          onChange([...sections, NEW_SECTION])
          focus.current = `knowledge-section-${sections.length}-heading`
        },
      }}
    >
      {sections.map((section, at) => (
        <Block
          key={at}
          at={at}
          last={sections.length - 1}
          section={section}
          error={(part) =>
            isWritten(section) ? errors.at(`sections/${sent.indexOf(section)}/${part}`) : undefined
          }
          onChange={(next) => onChange(sections.map((one, i) => (i === at ? next : one)))}
          onMove={(to, button) => move(at, to, button)}
          onRemove={() => onChange(sections.filter((_, i) => i !== at))}
        />
      ))}
    </Group>
  )
}

interface BlockProps {
  at: number
  last: number
  section: SectionForm
  error: (part: 'kind' | 'heading' | 'text') => string | undefined
  onChange: (section: SectionForm) => void
  onMove: (to: number, button: 'up' | 'down') => void
  onRemove: () => void
}

const Block = ({ at, last, section, error, onChange, onMove, onRemove }: BlockProps) => {
  const id = `knowledge-section-${at}`
  const { kind, heading, text } = section
  const hint = words.kindHints[kind]
  const errorOf = (part: 'kind' | 'heading' | 'text') => {
    const said = error(part)
    return said === undefined ? {} : { error: said }
  }
  return (
    <View id={id} className={styles.block} role="group" aria-label={words.section(at + 1)}>
      <View className={styles.blockHead}>
        <View className={styles.blockName}>{words.section(at + 1)}</View>
        <View className={styles.tools}>
          {at === 0 ? null : (
            <Button
              id={`${id}-up`}
              kind="quiet"
              small
              label={words.upOf(at + 1)}
              onPress={() => onMove(at - 1, 'up')}
            >
              {words.up}
            </Button>
          )}
          {at === last ? null : (
            <Button
              id={`${id}-down`}
              kind="quiet"
              small
              label={words.downOf(at + 1)}
              onPress={() => onMove(at + 1, 'down')}
            >
              {words.down}
            </Button>
          )}
          {isWritten(section) ? (
            <SureButton
              id={`${id}-remove`}
              ask={words.removeAsk(heading === '' ? words.section(at + 1) : heading)}
              yes={words.remove}
              no={words.keep}
              label={words.removeOf(at + 1)}
              onSure={onRemove}
            >
              {words.remove}
            </SureButton>
          ) : (
            <Button id={`${id}-remove`} kind="quiet" small label={words.removeOf(at + 1)} onPress={onRemove}>
              {words.remove}
            </Button>
          )}
        </View>
      </View>
      <View className={styles.pair}>
        <View>
          <PickOne
            id={`${id}-kind`}
            label={words.kind}
            ask={words.pickKind}
            searchHint={words.searchHint}
            nothingFound={words.nothingFound}
            groups={KINDS}
            chosen={kind}
            onChoose={(chosen) => onChange(ofKind(section, chosen as SectionKind))}
            {...errorOf('kind')}
          />
        </View>
        <View>
          <TextField
            id={`${id}-heading`}
            label={words.heading}
            maxlength={40}
            value={heading}
            onChange={(value) => onChange({ ...section, heading: value })}
            {...errorOf('heading')}
          />
        </View>
      </View>
      <TextArea
        id={`${id}-text`}
        label={words.text}
        {...(hint === '' ? {} : { hint })}
        rows={3}
        maxlength={10_000}
        value={text}
        onChange={(value) => onChange({ ...section, text: value })}
        {...errorOf('text')}
      />
    </View>
  )
}
