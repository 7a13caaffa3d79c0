import type { ComponentType } from 'react'
import type { Words } from './words.ts'

/** One page of the site, as a module hands it in. */
export interface Screen {
  /** '/clusters/$unitId' */
  path: string
  page: () => Promise<{ default: ComponentType }>
  /** For visitors: no sign-in is asked for, no menu is drawn. */
  open?: true
  /** An entry in the menu of a cluster, for those who may use the verb there. */
  menu?: { words: Words<'menu'>; order: number; verb: string }
}
