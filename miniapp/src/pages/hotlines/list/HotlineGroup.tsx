import type { Hotline } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { PhoneF } from '@nutui/icons-react-taro'
import type { HotlineState } from '@jiesu/shared-types/vocabulary'
import { dial } from '../../../platform/phone'
import { Tag, type TagLook } from '../../../ui/feedback/Tag'
import { Button } from '../../../ui/form/Button'
import { Fold } from '../../../ui/layout/Fold'
import { Section } from '../../../ui/layout/Section'
import { commonWords } from '../../../words/common'
import { hotlineWords as words } from '../../../words/hotlines'
import type { HotlineSection } from './groupHotlines'
import styles from './hotlines.module.scss'

const LOOKS: Record<HotlineState, TagLook> = {
  'in-service': 'good',
  'answered-by-12345': 'info',
  cancelled: 'plain',
  'not-local': 'plain',
}

/** Lines of one kind on one ground. */
export const HotlineGroup = ({ section }: { section: HotlineSection }) => (
  <View id={`hotlines-${section.id}`} className={styles.group}>
    <Section title={section.title}>
      {section.help === undefined ? null : (
        <View className={`${styles.groupHelp} secondary`}>{section.help}</View>
      )}
      <View className={styles.lines} role="list">
        {section.hotlines.map((line) => (
          <Line key={line.number} line={line} />
        ))}
      </View>
    </Section>
  </View>
)

const Line = ({ line }: { line: Hotline }) => (
  <View id={`hotline-${line.number}`} className={styles.line} role="listitem">
    <View className={styles.top}>
      <View className={styles.words}>
        <View className={styles.numberRow}>
          <View className={styles.number}>{line.number}</View>
          <Tag look={LOOKS[line.state]}>{words.states[line.state]}</Tag>
        </View>
        <View className={styles.name}>{line.name}</View>
      </View>
      <Button
        id={`dial-${line.number}`}
        kind={line.dial === line.number ? 'primary' : 'secondary'}
        label={commonWords.callWhom(line.dial === line.number ? line.name : words.main, line.dial)}
        onPress={() => dial(line.dial)}
      >
        <PhoneF size={16} />
        {line.dial}
      </Button>
    </View>
    <View className={styles.advice}>{line.advice}</View>
    <View className="secondary">
      <Fold id={`plan-${line.number}`} title={words.plan} quiet>
        <View className={styles.plan}>
          <View>{line.plan}</View>
          <View>{words.unit(line.unitName)}</View>
          {line.source === undefined ? null : (
            <View>{commonWords.source(line.source.document, line.source.item)}</View>
          )}
        </View>
      </Fold>
    </View>
  </View>
)
