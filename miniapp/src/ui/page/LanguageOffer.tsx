import { View } from '@tarojs/components'
import { chosenLanguage, offersEnglish } from '../../stores/language'
import { useStore } from '../../stores/store'
import { appWords } from '../../words/app'
import { chooseLanguage } from '../../words/useLanguage'
import { Notice } from '../feedback/Notice'
import { Button } from '../form/Button'

/** On a phone set to another language, until the person has chosen: the way to English, in English. */
export const LanguageOffer = ({ className }: { className?: string }) =>
  offersEnglish(useStore(chosenLanguage)) ? (
    <View className={className} id="language-offer">
      <Notice
        title={appWords.languageOffer}
        actions={
          <>
            <Button id="language-offer-yes" kind="primary" small onPress={() => void chooseLanguage('en')}>
              {appWords.languageOfferYes}
            </Button>
            <Button id="language-offer-no" small onPress={() => void chooseLanguage('zh-CN')}>
              {appWords.languageOfferNo}
            </Button>
          </>
        }
      />
    </View>
  ) : null
