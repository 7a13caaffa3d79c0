import type { Context } from './context.ts'

/** Somebody in the register of a school, to whom an account may belong. */
export interface PersonOnFile {
  districtId: number
  personId: string
  name: string
  /** What tells them from others of that name: 语文，一级教师. */
  note: string
}

/** Who is on file at a school, as the reader may know; handed in by the module that keeps the register. */
export interface PersonFile {
  list(ctx: Context, school: { id: number; districtId: number }, q: string): Promise<readonly PersonOnFile[]>
  find(ctx: Context, school: { id: number; districtId: number }, personId: string): Promise<PersonOnFile | undefined>
}
