/**
 * Slips of input methods and habits of spelling, each with the word that was meant. Only forms that do not stand
 * across the border of two other words (信防 would be found in 短信防骗, 信防局 is not), and as long as what they
 * stand for, so that positions in the text stay true.
 */
const MEANT: readonly (readonly [slip: string, word: string])[] = [
  ['仲才', '仲裁'],
  ['仲材', '仲裁'],
  ['仲载', '仲裁'],
  ['仲栽', '仲裁'],
  ['仲采', '仲裁'],
  ['覆议', '复议'],
  ['行政复仪', '行政复议'],
  ['行政复义', '行政复议'],
  ['行政复意', '行政复议'],
  ['申请复仪', '申请复议'],
  ['复仪申请', '复议申请'],
  ['信防局', '信访局'],
  ['信防办', '信访办'],
  ['信防件', '信访件'],
  ['信仿', '信访'],
  ['信坊', '信访'],
  ['判绝书', '判决书'],
  ['叛决', '判决'],
  ['启诉', '起诉'],
  ['起素', '起诉'],
  ['老懒', '老赖'],
  ['贪乌', '贪污'],
  ['贪汚', '贪污'],
  ['举抱', '举报'],
  ['纪捡', '纪检'],
  ['透漏', '透露'],
  ['泄露', '泄漏'],
  ['泻漏', '泄漏'],
  ['泻露', '泄漏'],
  ['天燃气', '天然气'],
  ['天然汽', '天然气'],
  ['煤汽', '煤气'],
  ['液化汽', '液化气'],
  ['着伙了', '着火了'],
  ['起伙了', '起火了'],
  ['病发做', '病发作'],
  ['昏到了', '昏倒了'],
  ['昏到在', '昏倒在'],
  ['晕到了', '晕倒了'],
  ['晕到在', '晕倒在'],
  ['被因在', '被困在'],
  ['救户车', '救护车'],
  ['就护车', '救护车'],
  ['追委', '追尾'],
  ['跳搂', '跳楼'],
  ['割碗', '割腕'],
  ['安眠要', '安眠药'],
  ['安民药', '安眠药'],
]

const meantBy = new Map(MEANT)
const SLIP = new RegExp(MEANT.map(([slip]) => slip).join('|'), 'g')

/** The text with these slips put right; it stays as long as it was. */
export const withoutSlips = (chars: string): string =>
  chars.replace(SLIP, (slip) => meantBy.get(slip) ?? slip)
