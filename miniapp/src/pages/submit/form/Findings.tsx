import type { ScopeFinding } from '@jiesu/shared-types'
import { isBlocking, type ScopeFindingKind } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { PhoneF } from '@nutui/icons-react-taro'
import { copyText } from '../../../platform/clipboard'
import { dial } from '../../../platform/phone'
import { say } from '../../../platform/toast'
import { Notice, type Tone } from '../../../ui/feedback/Notice'
import { Button } from '../../../ui/form/Button'
import { commonWords } from '../../../words/zh/common'
import { submitWords as words } from '../../../words/zh/submit'
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

const openWeb = async (url: string) => {
  if (process.env.TARO_ENV === 'h5') window.open(url, '_blank', 'noopener')
  else if (await copyText(url)) say(commonWords.copied)
}

interface FindingsProps {
  findings: readonly ScopeFinding[]
  insist: boolean
  onInsist: () => void
}

/** What the rules say of the text, the most urgent first, with the way to go; never a pop-up, never a dead end. */
export const Findings = ({ findings, insist, onInsist }: FindingsProps) => {
  const sorted = byUrgency(findings)
  const lastBlocking = sorted.map((finding) => isBlocking(finding.kind)).lastIndexOf(true)
  return (
    <View id="submit-findings" className={styles.findings} aria-live="polite">
      {sorted.map((finding, at) => (
        <Notice
          key={finding.rule}
          id={`finding-${finding.rule}`}
          tone={TONES[finding.kind]}
          title={finding.title}
          actions={
            finding.channels.length === 0 && at !== lastBlocking ? undefined : (
              <>
                {finding.channels.map(({ name, phone, web }) => (
                  <View key={name} className={styles.channel}>
                    {phone === undefined ? null : (
                      <Button
                        kind={finding.kind === 'emergency' ? 'danger' : 'secondary'}
                        label={commonWords.callWhom(name, phone)}
                        onPress={() => dial(phone)}
                      >
                        <PhoneF size={16} />
                        {`${name} ${phone}`}
                      </Button>
                    )}
                    {web === undefined ? null : (
                      <Button small onPress={() => void openWeb(web)}>
                        {words.openWeb(name)}
                      </Button>
                    )}
                  </View>
                ))}
                {at === lastBlocking ? <InsistButton insist={insist} onInsist={onInsist} /> : null}
              </>
            )
          }
        >
          <View>{finding.text}</View>
          {finding.words.length === 0 ? null : (
            <View className={styles.because}>{words.foundBecause(finding.words.join('”“'))}</View>
          )}
          {finding.source === undefined ? null : (
            <View className={`${styles.because} secondary`}>
              {commonWords.source(finding.source.document, finding.source.item)}
            </View>
          )}
        </Notice>
      ))}
      {insist ? <View className={styles.insisted}>{words.insistNote}</View> : null}
    </View>
  )
}

const InsistButton = ({ insist, onInsist }: Pick<FindingsProps, 'insist' | 'onInsist'>) => (
  <Button id="submit-insist" kind={insist ? 'primary' : 'secondary'} pressed={insist} onPress={onInsist}>
    {words.insist}
  </Button>
)
