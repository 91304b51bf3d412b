/** WeChat's own components, https://developers.weixin.qq.com/miniprogram/dev/component/ */
const BUILT_IN = new Set(
  `ad ad-custom audio block button camera canvas channel-live channel-video checkbox checkbox-group cover-image
  cover-view double-tap-gesture-handler editor form grid-view icon image input
  keyboard-accessory label list-view live-player live-pusher map match-media movable-area movable-view
  native-component navigation-bar navigator official-account open-data page-container page-meta picker
  picker-view picker-view-column progress radio radio-group rich-text root-portal scroll-view selection
  share-element slider snapshot span sticky-header sticky-section store-home swiper swiper-item switch text
  textarea video view voip-room web-view`.split(/\s+/),
)

export const isBuiltInTag = (tag: string): boolean => BUILT_IN.has(tag)
