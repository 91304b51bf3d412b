/// <reference types="@tarojs/taro" />
import '@tarojs/components'

declare global {
  /** Origin of the portal, without a slash at the end; empty on the H5, which is served by the portal itself. */
  const API_ORIGIN: string
  /** Version of WeChat's plugin 同声传译 that the mini-program was built with; empty without it. */
  const VOICE_PLUGIN: string
}

declare module '@tarojs/components/types/common' {
  interface StandardProps {
    /** What the element is to assistive technology; becomes `aria-role` in the mini-program. */
    role?: string
    tabIndex?: number
  }
}

declare module '@tarojs/components/types/Input' {
  interface InputProps {
    /** What a browser may fill in; the mini-program takes no notice. */
    autoComplete?: string
  }
}
