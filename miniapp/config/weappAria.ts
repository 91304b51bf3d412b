import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import spoken from '../src/weapp/spoken.json'

interface MiniPlatform {
  runtimePath: string | string[]
  template?: { mergeComponents(ctx: IPluginContext, patch: Record<string, Record<string, string>>): void }
}

/**
 * Taro's WXML templates drop accessibility attributes. This adds the two that WeChat's screen-reader support
 * (无障碍访问) is built on, so that `role` and `aria-label` in the source reach both targets.
 */
export default (ctx: IPluginContext): void => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      if (platform.template === undefined) return
      platform.template.mergeComponents(ctx, spoken)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, '../src/weapp/aria.ts')].flat()
    },
  })
}
