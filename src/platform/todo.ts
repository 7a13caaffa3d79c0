import type { Context } from './context.ts'

/** One thing that waits for the person who asks. */
export interface Todo {
  /** Tells it from the others of its source, the same from day to day: '1000012-2023'. */
  key: string
  /** What is to be done, in one sentence: 3 所学校还没有报送2023学年台账. */
  title: string
  /** What helps to decide when to do it: names, numbers. */
  detail?: string
  /** The organization it is about. */
  unitId: number
  unitName: string
  /** 'YYYY-MM-DD'; after that day it is late. */
  due?: string
  /** Where it is done: an address of the site. */
  to: string
}

/** What waits for people in one module's matters. */
export interface Todos {
  /** 'transfer.hand-in' */
  name: string
  /** What kind of thing it is, in a few words: 台账报送. */
  title: string
  /** What waits for `ctx.actor` and is theirs to do; nothing of anybody else's. Few statements: the page asks at every visit. */
  list(ctx: Context): Promise<readonly Todo[]>
}
