import { accessSync, chmodSync, constants, copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux/wcc', darwin: 'mac/wcc' }

const packageFolder = () => path.dirname(require.resolve('miniprogram-compiler/package.json'))

/** A folder that goes with `node_modules`: for the executable copy and for compiled views. */
export const cacheFolder = (): string => {
  const folder = path.join(packageFolder(), '..', '.cache', 'weapp-harness')
  mkdirSync(folder, { recursive: true })
  return folder
}

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The official WXML compiler for this machine.
 * npm leaves the file without its executable bit, so a copy with it is kept in the cache.
 * @throws when the package has no compiler for this platform
 */
export const wccBinary = (): string => {
  const name = PLATFORMS[process.platform]
  if (!name) throw new Error(`miniprogram-compiler has no wcc for ${process.platform}`)
  const shipped = path.join(packageFolder(), 'bin', name)
  if (isExecutable(shipped)) return shipped
  const copy = path.join(cacheFolder(), 'wcc')
  if (!existsSync(copy)) {
    // Renamed into place, because another worker may be doing the same.
    const draft = `${copy}.${process.pid}`
    copyFileSync(shipped, draft)
    chmodSync(draft, 0o755)
    renameSync(draft, copy)
  }
  return copy
}
