import type { Received } from '#ui/api.ts'
import type { callApi } from '../call.contract.ts'

export type Board = Received<typeof callApi.read>

/** Whose hand-in it is, by name. */
export const schoolOf = ({ answers }: Board, importId: string): string =>
  answers.find((answer) => answer.importId === importId)?.schoolName ?? ''
