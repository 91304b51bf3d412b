/** The order's page. */
export const orderWords = {
  milestoneStates: {
    running: '办理中',
    'due-soon': '快到期',
    late: '已超时',
    met: '已按时完成',
    'met-late': '已完成（超过时限）',
    void: '不再计时',
  },
  dueBy: (limit: string, due: string) => `时限 ${limit}，最迟 ${due}`,
  round: (round: number) => `第 ${round} 轮`,
} as const
