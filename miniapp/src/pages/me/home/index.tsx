import { View } from '@tarojs/components'
import { Eye, Location, Order, Phone, User } from '@nutui/icons-react-taro'
import { useCityProfile } from '../../../stores/cityProfile'
import { elderView, useElderView } from '../../../stores/display'
import { LinkRow, PressRow, Rows } from '../../../ui/layout/ListRow'
import { LinkTo } from '../../../ui/page/LinkTo'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/zh/app'
import { meWords as words } from '../../../words/zh/me'
import { Privacy } from './Privacy'
import { WhoIAm } from './WhoIAm'
import styles from './me.module.scss'

export default function MePage() {
  const profile = useCityProfile().data
  const elder = useElderView()

  return (
    <Page title={appWords.titles.me} tab="me">
      <WhoIAm />

      <View className={styles.gap}>
        <Rows>
          <LinkRow
            id="me-orders"
            page="progress"
            icon={<Order size={20} />}
            title={words.myOrders}
            detail={words.myOrdersHelp}
          />
          <LinkRow
            id="me-hotlines"
            page="hotlines"
            icon={<Phone size={20} />}
            title={words.hotlines}
            detail={words.hotlinesHelp}
          />
        </Rows>
      </View>

      <View className={styles.gap}>
        <Rows>
          <LinkRow
            id="me-city"
            page="cities"
            icon={<Location size={20} />}
            title={words.city}
            detail={profile?.name}
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
            label={`${words.elder}，${elder ? words.on : words.off}`}
            pressed={elder}
            onPress={() => elderView.set(!elder)}
          />
        </Rows>
      </View>

      <Privacy confidentialities={profile?.confidentialities ?? []} />

      {profile === undefined ? null : (
        <View className={styles.about}>{words.aboutText(profile.hotlineName)}</View>
      )}

      <View className={styles.desk}>
        <LinkTo id="me-desk" page="deskOrders" className={styles.deskLink}>
          <User size={16} />
          <View>{words.desk}</View>
        </LinkTo>
      </View>
    </Page>
  )
}
