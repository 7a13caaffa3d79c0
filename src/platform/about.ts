import type { Context } from './context.ts'

/** Whom the question is about: an account, and the teacher who it belongs to, where that is known. */
export interface Subject {
  accountId: string
  teacher: { districtId: number; teacherId: string } | null
}

/** What one module has stored about a person, in the words of the person who reads it. */
export interface StoredPart {
  /** 教师名册 */
  title: string
  /** What it is for and how long it is kept, in one sentence. */
  purpose: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
}

/** What a module stores about persons; read outside the second wall, for the person's own eyes. */
export interface About {
  /** 'people.teachers' */
  name: string
  list(ctx: Context, subject: Subject): Promise<readonly StoredPart[]>
}
