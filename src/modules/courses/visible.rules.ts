/** Where a reader stands, as far as it says which courses are open to them. */
export interface Reader {
  /** Over every district. */
  all: boolean
  /** Over these districts. */
  districtIds: readonly number[]
  /** Of the offices of these clusters. */
  officeIds: readonly number[]
  /** Called as an expert by these clusters. */
  expertIds: readonly number[]
  /** Works at these schools. */
  schoolIds: readonly number[]
  /** Has to do with these clusters: by their office, as an expert, at a member school. */
  clusterIds: readonly number[]
  /** The districts in which any of that lies. */
  homeDistrictIds: readonly number[]
}

/** What of a course says who reads it. */
export interface Shown {
  districtId: number
  clusterId: number
  schoolId: number
  partnerSchoolIds: readonly number[]
  audience: string
  state: string
  /** Of the last version; 0 before the first. */
  published: number
  withdrawnAt: Date | null
}

/** The schools that wrote it, those over them, and while it is with the experts these see what is being written. */
export function seesDraft(reader: Reader, course: Shown): boolean {
  return (
    reader.all ||
    reader.districtIds.includes(course.districtId) ||
    reader.officeIds.includes(course.clusterId) ||
    [course.schoolId, ...course.partnerSchoolIds].some((id) => reader.schoolIds.includes(id)) ||
    (course.state === '专家评审' && reader.expertIds.includes(course.clusterId))
  )
}

/** What was published is for whom it was meant. */
export function seesPublished(reader: Reader, course: Shown): boolean {
  if (course.published === 0 || course.withdrawnAt) return false
  if (course.audience === '公开') return true
  if (course.audience === '全区') return reader.homeDistrictIds.includes(course.districtId)
  return course.audience === '学区' && reader.clusterIds.includes(course.clusterId)
}

/** Whether a reader finds a course at all; `visibleTo` says the same in SQL. */
export const isVisible = (reader: Reader, course: Shown): boolean =>
  seesDraft(reader, course) || seesPublished(reader, course)

/** Open to everybody, an account or not. */
export const isOpen = ({ audience, published, withdrawnAt }: Shown): boolean =>
  audience === '公开' && published > 0 && !withdrawnAt
