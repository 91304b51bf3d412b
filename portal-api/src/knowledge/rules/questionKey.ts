/** What two questions have in common that differ only in politeness, signs, spaces and the width of letters. */
export const questionKey = (question: string): string =>
  question
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
    .replace(/^(您好|你好|请问|咨询一下|咨询|我想问一下|想问一下)+/, '')
    .replace(/[吗呢啊呀吧嘛]+$/, '')
