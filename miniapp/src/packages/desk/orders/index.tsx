import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/zh/app'

export default function DeskOrdersPage() {
  return (
    <Page title={appWords.titles.deskOrders}>
      <Skeleton cards={2} />
    </Page>
  )
}
