import { join } from 'node:path'
import type { Config, S3Config } from '../config.ts'
import { diskStore } from './disk-store.ts'
import type { Store } from './store.ts'

/** The store of this installation, by its settings; each is made once. */
const made = new WeakMap<Config, Store>()

export function storeOf(config: Config): Store {
  const store = made.get(config) ?? makeStore(config)
  made.set(config, store)
  return store
}

const makeStore = ({ s3, dataDir }: Config): Store => (s3 ? bucketOf(s3) : diskStore(join(dataDir, 'files')))

/** The client of S3 is large: it is loaded when the first file is asked for, and only where there is a bucket. */
function bucketOf(config: S3Config): Store {
  let loading: Promise<Store> | undefined
  const store = () => (loading ??= import('./s3-store.ts').then(({ s3Store }) => s3Store(config)))
  return {
    has: async (sha256) => (await store()).has(sha256),
    put: async (sha256, path) => (await store()).put(sha256, path),
    read: async (sha256, range) => (await store()).read(sha256, range),
    remove: async (sha256) => (await store()).remove(sha256),
  }
}
