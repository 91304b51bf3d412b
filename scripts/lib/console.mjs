/** One voice for the scripts: short lines for people, nothing else. */
export const say = (line = '') => process.stdout.write(`${line}\n`)

/** Ends the script with one clear line. */
export const fail = (line) => {
  process.stderr.write(`jiesu: ${line}\n`)
  process.exit(1)
}
