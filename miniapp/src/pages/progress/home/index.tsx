import { groupOrderNumber } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { Order } from '@nutui/icons-react-taro'
import { useState } from 'react'
import { asProblem, type ApiProblem } from '../../../api/problem'
import type { Remote } from '../../../api/useRemote'
import { go } from '../../../navigate'
import { useReturn } from '../../../platform/useReturn'
import { readFurther, useDeviceOrders, useSignedInOrders, type OrderList } from '../../../stores/myOrders'
import { sessions } from '../../../stores/session'
import { useStore } from '../../../stores/store'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { ErrorState } from '../../../ui/feedback/ErrorState'
import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { LinkRow, Rows } from '../../../ui/layout/ListRow'
import { Section } from '../../../ui/layout/Section'
import { OrderCardView } from '../../../ui/order/OrderCardView'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { lookupWords as words } from '../../../words/lookup'
import { similarWords } from '../../../words/similar'
import { useLanguage } from '../../../words/useLanguage'
import { LookupForm } from './LookupForm'

const MOST_ON_DEVICE = 10

export default function ProgressPage() {
  useLanguage()
  const session = useStore(sessions.requester.store)
  const mine = useSignedInOrders()
  const own = mine.data?.orders ?? []
  const device = useDeviceOrders(
    MOST_ON_DEVICE,
    own.map((order) => order.number),
  )
  const others = device.data ?? []
  useReturn(() => {
    void mine.reload()
    void device.reload()
  })
  const reading = (mine.busy && mine.data === undefined) || (device.busy && device.data === undefined)
  const empty = !reading && mine.problem === undefined && own.length === 0 && others.length === 0

  return (
    <Page title={appWords.titles.progress} tab="progress">
      <Card title={words.title}>
        <LookupForm onOpened={(number) => go('order', { number })} />
      </Card>

      {own.length > 0 ? (
        <Section title={words.mine}>
          {own.map((order) => (
            <OrderCardView key={order.number} order={order} />
          ))}
          {mine.data?.next === undefined ? null : <Further mine={mine} list={mine.data} />}
        </Section>
      ) : null}

      {others.length > 0 ? (
        <Section title={words.onDevice}>
          {others.map(({ number, card }) =>
            card === undefined ? (
              <Rows key={number}>
                <LinkRow
                  page="order"
                  query={{ number }}
                  title={groupOrderNumber(number)}
                  detail={words.needsCode}
                />
              </Rows>
            ) : (
              <OrderCardView key={number} order={card} />
            ),
          )}
        </Section>
      ) : null}

      {mine.problem === undefined ? null : (
        <Section title={words.mine}>
          <ErrorState problem={mine.problem} onRetry={() => void mine.reload()} busy={mine.busy} />
        </Section>
      )}
      {reading ? (
        <Section title={words.mine}>
          <Skeleton cards={2} lines={4} />
        </Section>
      ) : null}
      {empty ? (
        <EmptyState
          icon={<Order size={28} />}
          title={words.none}
          action={
            <Button kind="secondary" onPress={() => go('submit')}>
              {words.submit}
            </Button>
          }
        >
          {words.noneDetail}
        </EmptyState>
      ) : null}
      {session === null ? null : (
        <Rows>
          <LinkRow
            id="progress-followed"
            page="followed"
            title={similarWords.list}
            detail={similarWords.listHelp}
          />
        </Rows>
      )}
      {session === null ? (
        <Section title={words.mine}>
          <Card>
            <View>{words.signInHint}</View>
            <Button id="progress-sign-in" kind="quiet" onPress={() => go('signIn')}>
              {words.signIn}
            </Button>
          </Card>
        </Section>
      ) : null}
    </Page>
  )
}

/** Goes on where the list ends; what is shown stays when that fails. */
const Further = ({ mine, list }: { mine: Remote<OrderList>; list: OrderList }) => {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const goOn = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      mine.replace(await readFurther(list))
    } catch (caught) {
      setProblem(asProblem(caught))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {problem === undefined ? null : <ErrorState problem={problem} />}
      <Button id="progress-more" block busy={busy} onPress={() => void goOn()}>
        {words.more}
      </Button>
    </>
  )
}
