import path from 'node:path'
import type { Photo } from './answers'

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
}

export interface TempFile {
  path: string
  name: string
  type: string
  bytes: Uint8Array
}

/** The phone's temporary files, which only live as long as the app, and those that it kept. */
export class Files {
  private readonly files = new Map<string, TempFile>()
  private added = 0

  constructor(private readonly kept: ReadonlyMap<string, TempFile>) {}

  add({ name, bytes }: Photo): TempFile {
    const file = {
      path: `wxfile://tmp_${++this.added}_${name}`,
      name,
      type: TYPES[path.extname(name).toLowerCase()] ?? 'application/octet-stream',
      bytes,
    }
    this.files.set(file.path, file)
    return file
  }

  get(filePath: unknown): TempFile | undefined {
    return typeof filePath === 'string' ? (this.files.get(filePath) ?? this.kept.get(filePath)) : undefined
  }

  remove(filePath: string): void {
    this.files.delete(filePath)
  }
}
