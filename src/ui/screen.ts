import type { ComponentType } from 'react'
import type { Words } from './words.ts'

/** One page of the site, as a module hands it in. */
export interface Screen {
  /** '/clusters/$unitId' */
  path: string
  page: () => Promise<{ default: ComponentType }>
  /** For visitors: no sign-in is asked for, no menu is drawn. */
  open?: true
  /** An entry in the menu of a cluster, for those who may use the verb there; `under`: in a part of the menu that unfolds. */
  menu?: { words: Words<'menu'>; order: number; verb: string; under?: MenuPart }
}

/** The parts of the menu that unfold; where one stands is the order of its first entry. */
export type MenuPart = 'ledgers' | 'mobility' | 'teaching' | 'venues'
