import { offices, within, type Actor, type Place, type Policy, type Role } from '#shared/access.ts'

/** Where a teacher stands in a school year, as roles are held against it. */
export interface TeacherPlace {
  schoolId: number
  districtId: number
  /** The clusters whose member the school is today. */
  clusterIds: readonly number[]
}

const placeOf = ({ schoolId, districtId, clusterIds }: TeacherPlace): Place => ({
  unitId: schoolId,
  districtId,
  clusterIds,
})

/** Those who answer for a school's register: the school itself, its cluster's office and those above. */
const keepers: readonly Role[] = ['principal', 'liaison', ...offices]
/** Who must know why somebody is exempt: the cluster's office and the school's own leadership, nobody above or below. */
const leaders: readonly Role[] = ['principal', 'cluster-office']

/** Whether the person may write a school's register. */
export const keeps = (actor: Actor, at: TeacherPlace): boolean => actor.holds(keepers, placeOf(at))
/** Whether the person is told about exemptions at a school, with their proof. */
export const leads = (actor: Actor, at: TeacherPlace): boolean => actor.holds(leaders, placeOf(at))

/** What may be done with a teacher's years, by whom. The list hangs on its unit. */
export const teacherAccess = {
  /** A teacher's years are open to whoever sees the persons of one of the schools. */
  read: (actor, years) => years.some((year) => within(actor.sees, year)),
} satisfies Record<string, Policy<readonly { schoolId: number; districtId: number }[]>>
