import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/zh/app'

export default function KnowledgePage() {
  return (
    <Page title={appWords.titles.knowledge} tab="knowledge">
      <Skeleton cards={2} />
    </Page>
  )
}
