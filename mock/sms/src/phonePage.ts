import type { SmsMessage } from './gateway'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string) => text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char)

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
})

/** Codes stand out: they are what a developer opens this page for. */
const emphasizeCodes = (html: string) => html.replace(/(?<!\d)\d{4,6}(?!\d)/g, '<strong>$&</strong>')

const item = ({ to, text, template, acceptedAt }: SmsMessage): string => `
      <li>
        <p class="meta"><b>${escape(to)}</b><time datetime="${acceptedAt}">${clock.format(new Date(acceptedAt))}</time></p>
        <p class="text">${template === 'login-code' ? emphasizeCodes(escape(text)) : escape(text)}</p>
      </li>`

const STYLE = `
  :root { color-scheme: light dark; --page: #f5f7fa; --card: #fff; --text: #1b1f24; --muted: #56606b; --primary: #1558b8 }
  @media (prefers-color-scheme: dark) { :root { --page: #14181d; --card: #1d232a; --text: #e8ebef; --muted: #a7b0ba; --primary: #7db2ff } }
  body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, 'PingFang SC', 'Noto Sans CJK SC', sans-serif }
  main { max-width: 640px; margin: 0 auto; padding: 24px 16px }
  h1 { font-size: 24px; line-height: 1.35; margin: 0 }
  .note, .meta { color: var(--muted); font-size: 14px }
  .note { margin: 4px 0 16px }
  ol { list-style: none; margin: 0; padding: 0; display: grid; gap: 12px }
  li, .empty { background: var(--card); border-radius: 12px; padding: 16px }
  .meta { display: flex; justify-content: space-between; margin: 0 0 8px; font-variant-numeric: tabular-nums }
  .text { margin: 0; overflow-wrap: anywhere }
  strong { color: var(--primary); font-size: 20px; letter-spacing: 2px }
`

/** The page of the last messages, newest first, which renews itself every three seconds. */
export const phonePage = (newestFirst: readonly SmsMessage[]): string => `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="refresh" content="3">
    <title>演示短信收件箱</title>
    <style>${STYLE}</style>
  </head>
  <body>
    <main>
      <h1>演示短信收件箱</h1>
      <p class="note">这里显示本机演示环境发出的短信，不会发到真实手机。页面每 3 秒自动更新。</p>
      ${newestFirst.length > 0 ? `<ol>${newestFirst.map(item).join('')}\n      </ol>` : '<p class="empty">还没有短信。在“接诉”里获取验证码后，会显示在这里。</p>'}
    </main>
  </body>
</html>
`
