import { View } from '@tarojs/components'
import { Order } from '@nutui/icons-react-taro'
import { replaceWith, useQuery } from '../../../navigate'
import { EmptyState } from '../../../ui/feedback/EmptyState'
import { Button } from '../../../ui/form/Button'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/app'
import { deskWords as words } from '../../../words/zh/desk'
import { useChinese } from '../../../words/useLanguage'
import { DeskPage } from '../parts/DeskPage'

export default function DeskOrderPage() {
  useChinese()
  const { number } = useQuery()
  if (number === undefined || number === '')
    return (
      <Page title={appWords.titles.deskOrder} backTo="deskOrders">
        <EmptyState
          icon={<Order size={28} />}
          title={words.missing}
          action={<Button onPress={() => replaceWith('deskOrders')}>{words.toList}</Button>}
        >
          <View>{words.missingHelp}</View>
        </EmptyState>
      </Page>
    )
  return <DeskPage number={number} />
}
