/**
 * What the contracts say of a field that is not right yet, in English. The Chinese sentence itself is the key: the
 * contracts stay in one language, and whoever speaks English looks their sentences up. A test finds those without one.
 */
const PHRASES: Readonly<Record<string, string>> = {
  请说明解决了没有: 'Please say whether it is solved',
  请说明查询结果: 'Please say what came of the search',
  '说不清在哪个区市的，请写几个字说明地点，例如路名、公交线路或“全市”':
    'If you cannot say which district, please write a few words about the place, such as a road, a bus line or “the whole city”',
  请填写工单编号: 'Please enter the order number',
  '编号好像不完整或有一位不对，请核对 16 位数字':
    'The number looks incomplete or has a wrong digit. Please check the 16 digits',
  请选择所在区市: 'Please choose a district or county',
  '统一社会信用代码是 18 位数字和大写字母，其中没有 I、O、S、V、Z':
    'The unified social credit code has 18 digits and capital letters, without I, O, S, V and Z',
  '统一社会信用代码好像有一位不对，请对照营业执照核对':
    'The unified social credit code seems to have a wrong character. Please check it against the business licence',
  请选择您和当事人的关系: 'Please choose what you are to the person concerned',
  '请先征得当事人同意，勾选后再提交': 'Please ask the person concerned for consent and tick the box first',
  请选择您是群众还是企业: 'Please choose individual or company',
  请选择诉求类型: 'Please choose a type',
  请选择问题类别: 'Please choose a category',
  请选择是否公开身份: 'Please choose who may know your name',
  '请留下称呼和电话，方便承办单位答复您；不便留下时可选择匿名':
    'Please leave your name and phone number, so that the handling unit can answer you; or choose to stay anonymous',
  '替别人反映不能匿名，请选择实名或实名保密':
    'An appeal for somebody else cannot be anonymous. Please choose to give the name, openly or confidentially',
  请填写企业名称: 'Please enter the company name',
  请填写查询码: 'Please enter the query code',
  '查询码是提交成功时给您的 6 位数字': 'The query code is the 6 digits you were given when you submitted',
  请选择问题解决了没有: 'Please say whether the problem was solved',
  请选择您满意的程度: 'Please say how it was handled',
  '请简单写明哪里没有解决，承办单位才知道怎么改':
    'Please say briefly what is not solved, so that the unit knows what to mend',
  请选择城市: 'Please choose a city',
  请给出时间: 'Please give a time',
  '请给出带时区的时间，例如 2026-11-21T09:00:00+08:00':
    'Please give a time with its zone, e.g. 2026-11-21T09:00:00+08:00',
  '没有这个日期或时刻，请核对': 'There is no such date or time. Please check it',
  请给出日期: 'Please give a date',
  '日期写作 YYYY-MM-DD，例如 2026-11-21': 'Write dates as YYYY-MM-DD, e.g. 2026-11-21',
  '没有这一天，请核对': 'There is no such day. Please check it',
  请填写联系电话: 'Please enter a phone number',
  '请填写 11 位手机号，或带区号的固定电话':
    'Please enter an 11-digit mobile number, or a landline number with its area code',
  请填写手机号: 'Please enter a mobile number',
  '请填写 11 位手机号': 'Please enter an 11-digit mobile number',
  缺少有效的操作编号: 'A valid command id is missing',
  请填写验证码: 'Please enter the verification code',
  '验证码是 6 位数字': 'The verification code has 6 digits',
  缺少微信登录凭证: 'WeChat gave no sign-in code',
  '微信登录凭证不对，请再点一次登录': 'WeChat’s sign-in code is not right. Please sign in again',
  请写下您要反映的事: 'Please write what happened',
  请用更短的话来查: 'Please search with fewer words',
}

/** What a text field is called in the sentences below. */
const FIELDS: Readonly<Record<string, string>> = {
  称呼: 'the name',
  代办人称呼: 'your name',
  企业名称: 'the company name',
  诉求内容: 'your appeal',
  纠错内容: 'what is wrong',
  问题: 'the question',
  补充内容: 'your information',
  补充说明: 'what you want to add',
  异议理由: 'your reason',
  地点说明: 'the place',
  原因: 'the reason',
  催办的话: 'the reminder',
  说明: 'your comment',
  内容: 'the text',
  账号: 'the account',
  密码: 'the password',
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

const PATTERNS: readonly (readonly [RegExp, (first: string, second: string) => string | undefined])[] = [
  [/^请填写(.+)$/, (what) => FIELDS[what] && `Please fill in ${FIELDS[what]}`],
  [
    /^(.+?)请至少写 (\d+) 个字$/,
    (what, least) => FIELDS[what] && `${capital(FIELDS[what])}: please write at least ${least} characters`,
  ],
  [
    /^(.+?)请控制在 (\d+) 个字以内$/,
    (what, most) => FIELDS[what] && `${capital(FIELDS[what])}: please use at most ${most} characters`,
  ],
  [/^照片最多 (\d+) 张$/, (most) => `At most ${most} photos`],
  [/^可用的筛选：(.+)$/, (names) => `Lists that can be asked for: ${names.replaceAll('、', ', ')}`],
  [/^可用的事实：(.+)$/, (facts) => `Facts that can be named: ${facts.replaceAll('、', ', ')}`],
]

/** A sentence of the contracts in English; undefined for one that it does not know. */
export const phraseInEnglish = (chinese: string): string | undefined => {
  const known = PHRASES[chinese]
  if (known !== undefined) return known
  for (const [pattern, say] of PATTERNS) {
    const match = pattern.exec(chinese)
    const said = match === null ? undefined : say(match[1] ?? '', match[2] ?? '')
    if (said !== undefined && said !== '') return said
  }
  return undefined
}
