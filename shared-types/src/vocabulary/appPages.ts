/** The app's page that messages about an order lead to: in the mini-program and on the H5 portal. */
export const ORDER_PAGE = { weapp: 'pages/order/view/index', web: '/order' } as const
/** The page of matters that somebody follows. */
export const FOLLOWED_PAGE = { weapp: 'pages/me/followed/index' } as const
