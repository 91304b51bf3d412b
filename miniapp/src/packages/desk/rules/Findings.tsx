import type { RuleFinding } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { Card } from '../../../ui/layout/Card'
import { PressRow, Rows } from '../../../ui/layout/ListRow'
import { rulesWords as words } from '../../../words/zh/rules'
import { titleOf } from './FileList'
import styles from './rules.module.scss'

interface FindingsProps {
  findings: readonly RuleFinding[]
  total: number
  /** Shows where it stands. */
  onLook: (finding: RuleFinding) => void
}

/** What has to be corrected before anything can be tried. */
export const Findings = ({ findings, total, onLook }: FindingsProps) => (
  <Card id="rules-findings" title={words.findings(total)}>
    <View className={styles.what}>
      {words.findingsHelp}
      {findings.length < total ? words.findingsFirst(findings.length) : ''}
    </View>
    <Rows>
      {findings.map((finding, at) => (
        <PressRow
          key={at}
          id={`rules-finding-${at}`}
          title={finding.message}
          detail={[titleOf(finding.file), words.findingPlace(finding.line, finding.path)]
            .filter((part) => part !== '')
            .join(' · ')}
          onPress={() => onLook(finding)}
        />
      ))}
    </Rows>
  </Card>
)
