import { isOrderNumber, type OrderShelf } from '@jiesu/shared-types/vocabulary'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { go, useQuery } from '../../../navigate'
import { orderAccess } from '../../../stores/orderAccess'
import { sessions } from '../../../stores/session'
import { useStore } from '../../../stores/store'
import { Button } from '../../../ui/form/Button'
import { Card } from '../../../ui/layout/Card'
import { Columns } from '../../../ui/layout/Columns'
import { LinkRow, Rows } from '../../../ui/layout/ListRow'
import { Section } from '../../../ui/layout/Section'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { lookupWords as words } from '../../../words/lookup'
import { similarWords } from '../../../words/similar'
import { useLanguage } from '../../../words/useLanguage'
import { LookupForm } from './LookupForm'
import { MyOrders } from './MyOrders'
import { readSlip } from './readSlip'

/** The number in the link of a receipt's QR code; WeChat hands over such a link as a whole, in `q`. */
const useLinkedNumber = (): string | undefined => {
  const { number = '', q = '' } = useQuery()
  return readSlip(number).number ?? readSlip(q).number
}

export default function ProgressPage() {
  useLanguage()
  const session = useStore(sessions.requester.store)
  const linked = useLinkedNumber()
  const [shelf, setShelf] = useState<OrderShelf>()
  // Decided once: what somebody types into must not move when their orders arrive.
  const [ordersFirst] = useState(
    () => linked === undefined && (session !== null || orderAccess.store.get().length > 0),
  )
  useEffect(() => {
    // Whoever scans a receipt on the device that has its key needs no code.
    if (linked !== undefined && isOrderNumber(linked) && orderAccess.key(linked) !== undefined)
      go('order', { number: linked })
  }, [linked])
  const lookup = (
    <Card title={words.title}>
      <LookupForm key={linked} number={linked} onOpened={(number) => go('order', { number })} />
    </Card>
  )

  const orders = <MyOrders shelf={shelf} onShelf={setShelf} />
  const more =
    session === null ? (
      <Section title={words.mine}>
        <Card>
          <View>{words.signInHint}</View>
          <Button id="progress-sign-in" kind="quiet" onPress={() => go('signIn')}>
            {words.signIn}
          </Button>
        </Card>
      </Section>
    ) : (
      <Rows>
        <LinkRow
          id="progress-followed"
          page="followed"
          title={similarWords.list}
          detail={similarWords.listHelp}
        />
      </Rows>
    )

  return (
    <Page title={appWords.titles.progress} tab="progress" broad>
      {ordersFirst ? (
        <Columns
          broadFirst
          first={<View>{orders}</View>}
          second={
            <>
              {lookup}
              {more}
            </>
          }
        />
      ) : (
        <Columns
          first={lookup}
          second={
            <>
              <View>{orders}</View>
              {more}
            </>
          }
        />
      )}
    </Page>
  )
}
