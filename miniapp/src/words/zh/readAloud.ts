/** 朗读. */
export const readAloudWords = {
  read: '朗读',
  pause: '暂停',
  goOn: '接着读',
  stop: '不读了',
  failed: '声音出不来。请看看是不是静音了，再按一次“接着读”。',
  /** What is heard of an order. */
  order: {
    question: (text: string) => `请您补充：${text}`,
    reply: (unit: string, text: string) => `${unit}答复：${text}`,
    point: (at: number, ask: string, outcome: string, answer: string) =>
      `第 ${at} 点，${ask}。${outcome}：${answer}`,
    declined: (reason: string) => `不受理的原因：${reason}`,
    goTo: (where: string) => `建议渠道：${where}`,
    clock: (said: string) => `${said}。`,
    next: (what: string) => `接下来：${what}`,
    receive: '承办单位签收后开始办理，办完会答复您。',
    handle: '承办单位正在办理，办完会答复您。',
    decide: '工作人员会看您写的内容，决定由谁来办。',
    answer: '请按“请您补充”写下情况，我们收到后继续办理。',
    rate: (until: string) => `请在 ${until} 前评价。没有解决或者不满意，可以要求重办。`,
  },
  /** What is heard of an answer. */
  entry: {
    phone: (name: string, number: string) => `可以拨打 ${number}，${name}。`,
    step: (number: number, text: string) => `第 ${number} 步，${text}`,
  },
} as const
