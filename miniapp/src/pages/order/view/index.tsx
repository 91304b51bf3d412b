import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/zh/app'

export default function OrderPage() {
  return (
    <Page title={appWords.titles.order}>
      <Skeleton cards={2} />
    </Page>
  )
}
