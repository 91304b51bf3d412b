export { launchMiniApp } from './miniApp'
export type { LaunchSettings, MiniApp } from './miniAppTypes'
export { SAMPLE_PNG } from './answers'
export { ApiFailure } from './wx/api'
