import { FOLLOWED_PAGE, ORDER_PAGE } from '@jiesu/shared-types'
import pages from '../../miniapp/src/pages.json'

test('messages about an order lead to the page that the app has', () => {
  expect(ORDER_PAGE).toEqual({ weapp: pages.order.route, web: pages.order.web })
  expect(FOLLOWED_PAGE).toEqual({ weapp: pages.followed.route })
})
