import type { ScopeFinding } from '@jiesu/shared-types'
import { View } from '@tarojs/components'
import { PhoneF } from '@nutui/icons-react-taro'
import { openLink } from '../../platform/links'
import { dial } from '../../platform/phone'
import { commonWords } from '../../words/common'
import { Button } from '../form/Button'
import styles from './feedback.module.scss'

/** Where a finding sends people: numbers to call and pages to open. */
export const Channels = ({ finding: { kind, channels } }: { finding: ScopeFinding }) => (
  <>
    {channels.map(({ name, phone, web }) => (
      <View key={name} className={styles.channel}>
        {phone === undefined ? null : (
          <Button
            kind={kind === 'emergency' ? 'danger' : 'secondary'}
            label={commonWords.callWhom(name, phone)}
            onPress={() => dial(phone)}
          >
            <PhoneF size={16} />
            {`${name} ${phone}`}
          </Button>
        )}
        {web === undefined ? null : (
          <Button small onPress={() => void openLink(web, commonWords.copied)}>
            {commonWords.openWeb(name)}
          </Button>
        )}
      </View>
    ))}
  </>
)
