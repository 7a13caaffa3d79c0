import type { Context } from './context.ts'

/** What persons are told. */
export interface Told {
  /** 'transfer.remind': begins with the module's name. */
  kind: string
  /** Under one kind and key a person is told once. */
  key: string
  districtId: number
  title: string
  text: string
  /** An address of the site: where something is done about it. */
  to: string
}

/** Tells persons something, in this transaction: in the product, and by the channels that each of them chose. */
export type Tell = (ctx: Context, about: Told & { accountIds: readonly string[] }) => Promise<void>
