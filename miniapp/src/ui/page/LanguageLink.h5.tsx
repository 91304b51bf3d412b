import { appWords } from '../../words/app'
import { useOtherLanguage } from '../../words/useLanguage'
import styles from './language.module.scss'

/** To the other language, named in that language. */
export const LanguageLink = ({ id }: { id: string }) => {
  const { other, turn } = useOtherLanguage()
  return (
    <button type="button" id={id} className={styles.link} lang={other} onClick={turn}>
      {appWords.otherLanguage}
    </button>
  )
}
