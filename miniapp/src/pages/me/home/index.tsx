import { View } from '@tarojs/components'
import { Eye, Heart, Internation, Location, Message, Order, Phone } from '@nutui/icons-react-taro'
import { useReturn } from '../../../platform/useReturn'
import { useCityProfile } from '../../../stores/cityProfile'
import { elderView, useElderView } from '../../../stores/display'
import { seenUntil, useMessages } from '../../../stores/messages'
import { useStore } from '../../../stores/store'
import { countUnread } from '../../../stores/unread'
import { Columns } from '../../../ui/layout/Columns'
import { LinkRow, PressRow, Rows } from '../../../ui/layout/ListRow'
import { LinkTo } from '../../../ui/page/LinkTo'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { messagesWords } from '../../../words/messages'
import { similarWords } from '../../../words/similar'
import { meWords as words } from '../../../words/me'
import { useLanguage, useOtherLanguage } from '../../../words/useLanguage'
import { Privacy } from './Privacy'
import { WhoIAm } from './WhoIAm'
import styles from './me.module.scss'

/** Keeps the line for what is still on its way. */
const NOT_YET = '\u00a0'

export default function MePage() {
  useLanguage()
  const { turn } = useOtherLanguage()
  const profile = useCityProfile().data
  const elder = useElderView()
  const messages = useMessages()
  useReturn(() => void messages.reload())
  const unread = countUnread(messages.data, useStore(seenUntil))
  /** Of more than a page only so much is known. */
  const many = (count: number): string =>
    count === messages.data?.messages.length && messages.data.next !== undefined
      ? messagesWords.many(count)
      : String(count)

  return (
    <Page title={appWords.titles.me} tab="me" broad>
      <Columns
        first={
          <>
            <WhoIAm />
            <Rows>
              <LinkRow
                id="me-orders"
                page="progress"
                icon={<Order size={20} />}
                title={words.myOrders}
                detail={words.myOrdersHelp}
              />
              <LinkRow
                id="me-messages"
                page="messages"
                icon={<Message size={20} />}
                title={messagesWords.title}
                detail={unread === 0 ? messagesWords.help : messagesWords.unread(many(unread))}
              />
              <LinkRow
                id="me-followed"
                page="followed"
                icon={<Heart size={20} />}
                title={similarWords.list}
                detail={similarWords.listHelp}
              />
              <LinkRow
                id="me-hotlines"
                page="hotlines"
                icon={<Phone size={20} />}
                title={words.hotlines}
                detail={words.hotlinesHelp}
              />
            </Rows>
          </>
        }
        second={
          <>
            <Rows>
              <LinkRow
                id="me-city"
                page="cities"
                icon={<Location size={20} />}
                title={words.city}
                detail={profile?.name ?? NOT_YET}
              />
              <PressRow
                id="me-language"
                icon={<Internation size={20} />}
                title={appWords.otherLanguage}
                detail={words.languageHelp}
                onPress={turn}
              />
              <PressRow
                id="me-elder"
                icon={<Eye size={20} />}
                title={words.elder}
                detail={words.elderHelp}
                end={
                  <View className={`${styles.switch} ${elder ? styles.switchOn : ''}`} aria-hidden>
                    <View className={styles.knob} />
                  </View>
                }
                pressed={elder}
                onPress={() => elderView.set(!elder)}
              />
            </Rows>
            <Privacy
              confidentialities={profile?.confidentialities ?? []}
              placesAskOutside={profile?.placesAskOutside}
            />
          </>
        }
      />
      {profile === undefined ? null : (
        <View className={`${styles.about} secondary`}>{words.aboutText(profile.hotlineName)}</View>
      )}

      <View className={`${styles.desk} secondary`}>
        <LinkTo id="me-desk" page="deskOrders" className={styles.deskLink}>
          <View>{words.desk}</View>
        </LinkTo>
      </View>
    </Page>
  )
}
