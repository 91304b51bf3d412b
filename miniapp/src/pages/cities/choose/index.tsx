import { View } from '@tarojs/components'
import { Location } from '@nutui/icons-react-taro'
import { call } from '../../../api/client'
import { useRemote } from '../../../api/useRemote'
import { goBack } from '../../../navigate'
import { say } from '../../../platform/toast'
import { chosenCity, useCityId } from '../../../stores/city'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { StaleNote } from '../../../ui/feedback/StaleNote'
import { Choices } from '../../../ui/form/Choices'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { cityWords as words } from '../../../words/me'
import { useLanguage } from '../../../words/useLanguage'
import styles from './cities.module.scss'

export default function CitiesPage() {
  useLanguage()
  const present = useCityId()
  const list = useRemote('cities', async () => (await call('listCities', {})).cities, { keep: true })
  const cities = list.data ?? []

  const choose = (id: string) => {
    chosenCity.set(id)
    const city = cities.find((one) => one.id === id)
    if (city !== undefined) say(words.chosen(city.name))
    goBack('home')
  }

  return (
    <Page title={appWords.titles.cities}>
      {list.problem === undefined ? null : (
        <View className={styles.problem}>
          <ErrorState problem={list.problem} onRetry={() => void list.reload()} busy={list.busy} />
          <StaleNote of={list} />
        </View>
      )}
      {list.data === undefined && list.problem === undefined ? <Skeleton cards={2} lines={2} /> : null}
      {list.data === undefined ? null : (
        <Choices
          id="city"
          label={words.label}
          hint={words.intro}
          stacked
          chosen={present}
          choices={cities.map(({ id, name, province, hotlineName }) => ({
            id,
            name: words.cityOf(province, name),
            explanation: hotlineName,
          }))}
          onChoose={choose}
        />
      )}
      {list.data !== undefined && cities.length === 0 ? (
        <EmptyState icon={<Location size={28} />} title={words.none} />
      ) : null}
    </Page>
  )
}
