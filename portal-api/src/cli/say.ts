/** How the `jiesu` command speaks: answers on stdout, everything else on stderr. */
export const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Something that the person at the keyboard can put right; the message is all they need. */
export class CannotDo extends Error {}
