/** How the `jiesu` command speaks: answers on stdout, everything else on stderr. */
export const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const REASONS: Readonly<Record<string, string>> = {
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'part of the path is a file',
  EACCES: 'this is not allowed',
  EPERM: 'this is not allowed',
  EROFS: 'the disk can only be read',
  ENOSPC: 'the disk is full',
}

/** Why a file could not be read or written, in words. */
export const fileReason = (error: unknown): string => {
  const { code = '', message } = error as NodeJS.ErrnoException
  return REASONS[code] ?? message
}

/** Something that the person at the keyboard can put right; the message is all they need. */
export class CannotDo extends Error {}
