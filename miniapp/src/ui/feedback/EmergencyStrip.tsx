import type { CityProfile } from '@jiesu/shared-types'
import { Button, View } from '@tarojs/components'
import { PhoneF } from '@nutui/icons-react-taro'
import { dial } from '../../platform/phone'
import { commonWords } from '../../words/common'
import styles from './feedback.module.scss'

interface StripProps {
  numbers: CityProfile['emergencyNumbers']
  /** Of the numbers; pages of the tab bar stay in the document beside each other. */
  id?: string
}

/** 110 119 120 122: quiet, but always there. */
export const EmergencyStrip = ({ numbers, id = 'dial' }: StripProps) => (
  <View className={styles.emergency}>
    <View className={styles.emergencyTitle}>{commonWords.emergencyTitle}</View>
    <View className={styles.emergencyNumbers}>
      {numbers.map(({ number, name, when }) => (
        <Button
          key={number}
          id={`${id}-${number}`}
          className={styles.emergencyNumber}
          onClick={() => dial(number)}
        >
          <View className={styles.emergencyDigits}>
            <PhoneF size={14} />
            <View>{number}</View>
          </View>
          <View className={styles.emergencyName}>{name}</View>
          <View className="visually-hidden">{when}</View>
        </Button>
      ))}
    </View>
  </View>
)
