import { Button } from '@tarojs/components'
import { appWords } from '../../words/app'
import { useOtherLanguage } from '../../words/useLanguage'
import styles from './language.module.scss'

/** To the other language, named in that language. */
export const LanguageLink = ({ id }: { id: string }) => {
  const turn = useOtherLanguage().turn
  return (
    <Button id={id} className={styles.link} onClick={turn}>
      {appWords.otherLanguage}
    </Button>
  )
}
