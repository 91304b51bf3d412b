/** In place of Taro's web components, which nothing uses once `components.ts` stands in for them. */
const nothing = (): void => undefined
export const defineCustomElementTaroPullToRefreshCore = nothing
export const defineCustomElementTaroSwiperCore = nothing
export const defineCustomElementTaroSwiperItemCore = nothing
