import { join } from 'node:path'
import type { Config } from '../config.ts'
import { diskStore } from './disk-store.ts'
import type { Store } from './store.ts'

/** The store of this installation, by its settings; each is made once. */
const made = new WeakMap<Config, Store>()

export function storeOf(config: Config): Store {
  const store = made.get(config) ?? diskStore(join(config.dataDir, 'files'))
  made.set(config, store)
  return store
}
