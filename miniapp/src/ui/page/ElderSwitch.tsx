import { Button, View } from '@tarojs/components'
import { Eye } from '@nutui/icons-react-taro'
import { elderOffered, elderView, useElderView } from '../../stores/display'
import { appWords } from '../../words/app'
import styles from './elderSwitch.module.scss'

/** Into the elder view and back, with one press, where people look first. */
export const ElderSwitch = ({ id }: { id: string }) => {
  const elder = useElderView()
  const turn = () => {
    elderOffered.set(true)
    elderView.set(!elder)
  }
  return (
    <Button id={id} className={styles.switch} hoverClass={styles.pressed} onClick={turn}>
      <Eye size={18} />
      <View>{elder ? appWords.elderLeave : appWords.elder}</View>
    </Button>
  )
}
