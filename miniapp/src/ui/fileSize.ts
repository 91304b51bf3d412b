const KB = 1024

/** 120 KB, 1.2 MB: as devices say it, in every language. */
export const sayFileSize = (bytes: number): string =>
  bytes < KB * KB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / KB / KB).toFixed(1)} MB`
