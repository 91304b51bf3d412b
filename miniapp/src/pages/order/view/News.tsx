import { View } from '@tarojs/components'
import { Notice } from '../../../ui/feedback/Notice'
import { StayingNotice } from '../../../ui/feedback/StayingNotice'
import { Button } from '../../../ui/form/Button'
import { orderWords as words } from '../../../words/order'
import type { FollowedOrder } from './useOrder'

const SHOWN = 3

/** What happened while the page was open. */
export const News = ({ order: { news, noteNews } }: { order: Pick<FollowedOrder, 'news' | 'noteNews'> }) => (
  <StayingNotice>
    {news.length === 0 ? null : (
      <Notice
        id="order-news"
        title={words.news}
        actions={
          <Button id="order-news-seen" small onPress={noteNews}>
            {words.newsSeen}
          </Button>
        }
      >
        {news.slice(0, SHOWN).map(({ id, title }) => (
          <View key={id}>{title}</View>
        ))}
        {news.length > SHOWN ? <View>{words.newsMore(news.length - SHOWN)}</View> : null}
      </Notice>
    )}
  </StayingNotice>
)
