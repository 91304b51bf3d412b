import type { LiveState } from '../../api/live/keepConnected'

/** Whether a page keeps up to date by itself. */
export const liveWords = {
  states: {
    connecting: '',
    live: '实时更新中',
    lost: '连接断开，正在重连',
    off: '自动更新已停止',
    polled: '每 30 秒自动更新',
  } satisfies Record<LiveState, string>,
  refresh: '刷新',
} as const
