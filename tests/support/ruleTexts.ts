/** The text of limits.json with another number of days (its first `amount`) for a rule. */
export const withDays = (rule: string, days: number) => (text: string) =>
  text.replace(new RegExp(`("id": "${rule}"[\\s\\S]*?"amount": )\\d+`), `$1${days}`)
