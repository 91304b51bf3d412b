import type { ScopeFinding } from '@jiesu/shared-types'
import { isBlocking, type ScopeFindingKind } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Channels } from '../../../ui/feedback/Channels'
import { Notice, type Tone } from '../../../ui/feedback/Notice'
import { Button } from '../../../ui/form/Button'
import { commonWords } from '../../../words/common'
import { submitWords as words } from '../../../words/submit'
import styles from './submit.module.scss'

const TONES: Record<ScopeFindingKind, Tone> = {
  emergency: 'late',
  redirect: 'soon',
  decline: 'soon',
  notice: 'info',
}
const ORDER: readonly ScopeFindingKind[] = ['emergency', 'redirect', 'decline', 'notice']

const byUrgency = (findings: readonly ScopeFinding[]) =>
  [...findings].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))

interface FindingsProps {
  findings: readonly ScopeFinding[]
  insist: boolean
  onInsist: () => void
}

/**
 * What the rules say of the text, the most urgent first, with the way to go; never a pop-up, never a dead end. One
 * press answers all that need an answer, and stands with the most urgent of them.
 */
export const Findings = ({ findings, insist, onInsist }: FindingsProps) => {
  const sorted = byUrgency(findings)
  const kinds = sorted.map((finding) => finding.kind)
  const callFirst = kinds.includes('emergency')
  const answered = callFirst ? kinds.lastIndexOf('emergency') : kinds.map(isBlocking).lastIndexOf(true)
  const answer = callFirst ? words.callFirst : words.insist
  return (
    <View id="submit-findings" className={styles.findings} aria-live="polite">
      {sorted.map((finding, at) => (
        <Notice
          key={finding.rule}
          id={`finding-${finding.rule}`}
          tone={TONES[finding.kind]}
          title={finding.title}
          actions={
            finding.channels.length === 0 && at !== answered ? undefined : (
              <>
                <Channels finding={finding} />
                {at === answered ? (
                  <Button
                    id="submit-insist"
                    kind={insist ? 'primary' : 'secondary'}
                    pressed={insist}
                    onPress={onInsist}
                  >
                    {answer.button}
                  </Button>
                ) : null}
              </>
            )
          }
        >
          <View>{finding.text}</View>
          {finding.words.length === 0 ? null : (
            <View className={styles.because}>{words.foundBecause(finding.words)}</View>
          )}
          {finding.source === undefined ? null : (
            <View className={`${styles.because} secondary`}>
              {commonWords.source(finding.source.document, finding.source.item)}
            </View>
          )}
        </Notice>
      ))}
      {insist ? <View className={styles.insisted}>{answer.note}</View> : null}
    </View>
  )
}
