/**
 * The texts registered with the gateway; a message names one and gives its parameters, as the Chinese
 * operators require. `{name}` is a parameter.
 */
export const REGISTERED: Readonly<Record<string, string>> = {
  'login-code': '您的登录验证码是 {code}，{minutes} 分钟内有效。请不要把验证码告诉他人。',
  'order-accepted': '您的诉求已受理，编号 {number}，最迟 {due} 前答复您。凭编号和查询码可随时查看进度。',
  'more-information': '您的诉求 {number} 需要补充一些情况，请凭编号和查询码到“接诉”补充，补充后继续办理。',
  'order-explained': '承办单位已就您的诉求 {number} 说明原因，请凭编号和查询码到“接诉”查看，之后还会答复您。',
  'order-merged': '您的诉求 {number} 与相同的诉求合并办理，答复后请您单独评价，进度请凭编号和查询码查看。',
  'order-replied': '您的诉求 {number} 已有答复，请凭编号和查询码到“接诉”查看并评价。',
  'order-declined': '您的诉求 {number} 没有受理，原因和其他办理渠道请凭编号和查询码到“接诉”查看。',
  'order-extended': '您的诉求 {number} 延期办理，最迟 {due} 前答复您，原因请凭编号和查询码到“接诉”查看。',
  'order-redo': '您的诉求 {number} 已退回重新办理，最迟 {due} 前答复您。',
  'order-due-certain':
    '国家节假日安排已公布，您的诉求 {number} 办理时限确定为最迟 {due}，详情请凭编号和查询码到“接诉”查看。',
  'order-concluded': '您的诉求 {number} 已办结，感谢您的监督和支持。',
  'matter-news': '您关注的“{what}”{state}，详情请到“接诉”的“我关注的事”查看，也可以在那里取消关注。',
  'order-accepted-represented':
    '有人代您反映的诉求已受理，编号 {number}，最迟 {due} 前答复您。查询码在代办人那里；如果不是您的意思，请拨打 12345。',
  'order-accepted-agent':
    '您代为反映的诉求已受理，编号 {number}，最迟 {due} 前答复。凭编号和查询码可随时查看进度。',
  'more-information-agent':
    '您代为反映的诉求 {number} 需要补充一些情况，请凭编号和查询码到“接诉”补充，补充后继续办理。',
  'order-replied-agent': '您代为反映的诉求 {number} 已有答复，请凭编号和查询码到“接诉”查看并评价。',
  'order-declined-agent':
    '您代为反映的诉求 {number} 没有受理，原因和其他办理渠道请凭编号和查询码到“接诉”查看。',
  'due-soon': '工单 {number} 将于 {due} 到期，请及时办理。',
}

const SIGNATURE = '【接诉12345】'

export type Rendering = { text: string } | { missing: string[] }

/** Fills the parameters in; names the ones that the template has and the message has not. */
export const render = (template: string, params: Readonly<Record<string, string>>): Rendering => {
  const missing: string[] = []
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (!Object.hasOwn(params, name)) missing.push(name)
    return params[name] ?? ''
  })
  return missing.length > 0 ? { missing } : { text: SIGNATURE + text }
}
