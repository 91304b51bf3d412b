import { View } from '@tarojs/components'
import { ArrowRight, Edit, Location, Order, Phone, PhoneF, Search } from '@nutui/icons-react-taro'
import { dial } from '../../../platform/phone'
import { useCityProfile } from '../../../stores/cityProfile'
import { EmergencyStrip } from '../../../ui/feedback/EmergencyStrip'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Card } from '../../../ui/layout/Card'
import { LinkRow, PressRow, Rows } from '../../../ui/layout/ListRow'
import { Section } from '../../../ui/layout/Section'
import { ElderSwitch } from '../../../ui/page/ElderSwitch'
import { LanguageLink } from '../../../ui/page/LanguageLink'
import { LanguageOffer } from '../../../ui/page/LanguageOffer'
import { LinkTo } from '../../../ui/page/LinkTo'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { homeWords as words } from '../../../words/home'
import { ElderOffer } from './ElderOffer'
import { useLanguage } from '../../../words/useLanguage'
import { MyOpenOrders } from './MyOpenOrders'
import { Unsent } from './Unsent'
import styles from './home.module.scss'

export default function HomePage() {
  useLanguage()
  const city = useCityProfile()
  const profile = city.data
  const emergency = profile === undefined ? null : <EmergencyStrip numbers={profile.emergencyNumbers} />

  return (
    <Page
      title={appWords.titles.home}
      tab="home"
      ownHeading
      aside={
        <View className={styles.aside}>
          <View className={styles.asideCity}>{profile?.hotlineName ?? ''}</View>
          <View className={styles.asideScope}>{profile?.scopeStatement.text ?? ''}</View>
          {emergency}
        </View>
      }
    >
      <View className={styles.hero}>
        <View className={styles.heroTop}>
          <View className={styles.mark}>{appWords.mark}</View>
          <View className={styles.brand}>
            <View className="secondary">{appWords.name}</View>
          </View>
          <ElderSwitch id="home-elder" />
          <View className={styles.phoneOnly}>
            <LanguageLink id="home-language" />
          </View>
          <LinkTo
            page="cities"
            id="home-city"
            className={styles.city}
            label={appWords.switchCityFrom(profile?.name ?? '')}
          >
            <Location size={16} />
            <View className={styles.cityName} data-city="name">
              {profile?.name ?? (city.problem === undefined ? '' : appWords.titles.cities)}
            </View>
            <ArrowRight size={12} />
          </LinkTo>
        </View>
        <View role="heading" aria-level={1} className={styles.promise} data-city="promise">
          {profile?.promise ?? appWords.fullName}
        </View>
        <View className={styles.hotline} data-city="hotlineName">
          {profile?.hotlineName ?? ''}
        </View>
      </View>

      <LanguageOffer className={styles.offer} />
      <ElderOffer />

      <View className={styles.actions}>
        <LinkTo page="submit" id="home-submit" className={`${styles.action} ${styles.primary}`}>
          <View className={styles.actionIcon}>
            <Edit size={28} />
          </View>
          <View>
            <View className={styles.actionTitle}>{words.submitTitle}</View>
            <View className={styles.actionDetail}>{words.submitDetail}</View>
          </View>
        </LinkTo>
        <LinkTo page="progress" id="home-progress" className={styles.action}>
          <View className={styles.actionIcon}>
            <Order size={24} />
          </View>
          <View>
            <View className={styles.actionTitle}>{words.progressTitle}</View>
            <View className={styles.actionDetail}>{words.progressDetail}</View>
          </View>
        </LinkTo>
        <LinkTo page="knowledge" id="home-knowledge" className={styles.action}>
          <View className={styles.actionIcon}>
            <Search size={24} />
          </View>
          <View>
            <View className={styles.actionTitle}>{words.knowledgeTitle}</View>
            <View className={styles.actionDetail}>{words.knowledgeDetail}</View>
          </View>
        </LinkTo>
      </View>

      <Unsent />

      <MyOpenOrders />

      {city.problem !== undefined && profile === undefined ? (
        <View className={styles.gap}>
          <ErrorState problem={city.problem} onRetry={() => void city.reload()} busy={city.busy} />
        </View>
      ) : null}

      <View className={`${styles.gap} ${styles.phoneOnly}`}>{emergency ?? <Skeleton lines={2} />}</View>

      <View className={styles.gap}>
        <Rows>
          <View className="secondary">
            <LinkRow
              id="home-hotlines"
              page="hotlines"
              icon={<Phone size={20} />}
              title={words.hotlines}
              detail={words.hotlinesDetail}
            />
          </View>
          <PressRow
            id="home-call"
            icon={<PhoneF size={20} />}
            title={words.call}
            detail={words.callDetail}
            onPress={() => dial('12345')}
          />
        </Rows>
      </View>

      {profile === undefined || profile.notices.length === 0 ? null : (
        <View className={`${styles.notices} secondary`}>
          <Section title={words.noticesTitle}>
            {profile.notices.map((notice) => (
              <Card key={notice.title}>
                <View className={styles.noticeTitle}>{notice.title}</View>
                <View className={styles.noticeText}>{notice.text}</View>
              </Card>
            ))}
          </Section>
        </View>
      )}
    </Page>
  )
}
