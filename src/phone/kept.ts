const STORE = 'kept'

/** What the phone keeps while there is no network, in a database of the browser's: small things under a name. */
function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('yanzhen', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('no database'))
  })
}

async function withStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = work(database.transaction(STORE, mode).objectStore(STORE))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('not kept'))
    })
  } finally {
    database.close()
  }
}

export const keep = (name: string, value: unknown): Promise<unknown> =>
  withStore('readwrite', (store) => store.put(value, name)).catch(() => undefined)
export const findKept = <T>(name: string): Promise<T | undefined> =>
  withStore<T | undefined>('readonly', (store) => store.get(name) as IDBRequest<T | undefined>).catch(() => undefined)
export const dropKept = (name: string): Promise<unknown> =>
  withStore('readwrite', (store) => store.delete(name)).catch(() => undefined)
/** Whoever signs out leaves nothing behind. */
export const dropAll = (): Promise<unknown> => withStore('readwrite', (store) => store.clear()).catch(() => undefined)
