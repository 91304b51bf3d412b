/** Chosen files, kept in IndexedDB until the portal has them: a draft in localStorage has no room for them. */
const STORE = 'photos'

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('jiesu', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error('no database', { cause: request.error }))
  })

/** One step in a transaction of its own; resolves when it is on the disk. */
const run = async <T>(
  mode: IDBTransactionMode,
  step: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const request = step(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(new Error('not kept', { cause: transaction.error }))
    })
  } finally {
    database.close()
  }
}

/** Keeps a file under a name. @returns false when the browser does not (private windows, a full disk). */
export const keepFile = (name: string, file: string | Blob): Promise<boolean> =>
  run('readwrite', (store) => store.put(file, name)).then(
    () => true,
    () => false,
  )

export const readFile = (name: string): Promise<string | Blob | undefined> =>
  run('readonly', (store) => store.get(name) as IDBRequest<Blob | undefined>).catch(() => undefined)

export const dropFile = (name: string): Promise<void> =>
  run('readwrite', (store) => store.delete(name)).catch(() => undefined)

/** Removes every file from this device. */
export const dropAllFiles = (): Promise<void> =>
  run('readwrite', (store) => store.clear()).catch(() => undefined)

/** What shows a kept file in a later session; the H5 keeps small pictures in the draft instead. */
export const addressOfFile = (_name: string): string | undefined => undefined
