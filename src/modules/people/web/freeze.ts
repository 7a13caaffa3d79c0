import type { Received } from '#ui/api.ts'
import type { eligibleListApi } from '../eligible-list.contract.ts'

export type School = Received<typeof eligibleListApi.read>['schools'][number]

export const sum = (schools: readonly School[], of: (school: School) => number): number =>
  schools.reduce((total, school) => total + of(school), 0)
