import { Skeleton } from '../../../ui/feedback/Skeleton'
import { Page } from '../../../ui/page/Page'
import { appWords } from '../../../words/zh/app'

export default function KnowledgeEntryPage() {
  return (
    <Page title={appWords.titles.knowledgeEntry}>
      <Skeleton cards={2} />
    </Page>
  )
}
