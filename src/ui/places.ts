/** A page of the site and what stands in its address. */
export interface Place {
  to: string
  params?: Record<string, string>
  search?: Record<string, string | number | undefined>
}

const at = (to: string, params: Record<string, string | number>, search?: Place['search']): Place => ({
  to,
  params: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)])),
  ...(search && { search }),
})

export interface FigureAddress {
  unitId: number
  code: string
  year: number
  part?: string | undefined
  schoolId?: number | undefined
  side?: 'numerator' | 'denominator'
  counted?: 'yes' | 'no'
}

/** The addresses of the site, each written once. */
export const places = {
  home: { to: '/' },
  clusters: { to: '/clusters' },
  notices: { to: '/notices' },
  noticeWays: { to: '/account/notices' },
  job: (jobId: string) => at('/jobs/$jobId', { jobId }),
  signIn: { to: '/sign-in' },
  account: { to: '/account' },
  data: { to: '/account/data' },
  calendar: { to: '/account/calendar' },
  admin: { to: '/admin/accounts' },
  platformChanges: { to: '/admin/changes' },
  accounts: (unitId: number) => at('/clusters/$unitId/accounts', { unitId }),
  cluster: (unitId: number, year?: number) => at('/clusters/$unitId', { unitId }, { year }),
  formation: (unitId: number, year?: number) => at('/clusters/$unitId/formation', { unitId }, { year }),
  targets: (unitId: number) => at('/clusters/$unitId/targets', { unitId }),
  schools: (unitId: number, year?: number) => at('/clusters/$unitId/schools', { unitId }, { year }),
  teachers: (unitId: number, search?: Place['search']) => at('/clusters/$unitId/teachers', { unitId }, search),
  eligible: (unitId: number, year?: number) => at('/clusters/$unitId/eligible', { unitId }, { year }),
  posts: (unitId: number, search?: Place['search']) => at('/clusters/$unitId/posts', { unitId }, search),
  rotations: (unitId: number, year?: number) => at('/clusters/$unitId/rotations', { unitId }, { year }),
  standings: (unitId: number, year?: number) => at('/clusters/$unitId/standings', { unitId }, { year }),
  districtRotations: (unitId: number) => at('/units/$unitId/rotations', { unitId }),
  schoolRotations: (schoolId: number, year?: number) => at('/schools/$schoolId/rotations', { schoolId }, { year }),
  ownRotations: { to: '/account/rotations' },
  batch: (batchId: string) => at('/rotation-batches/$batchId', { batchId }),
  rotation: (rotationId: string) => at('/rotations/$rotationId', { rotationId }),
  service: (teacherId: string) => at('/teachers/$teacherId/service', { teacherId }),
  verify: (code: string) => at('/verify/$code', { code }),
  duplicates: (unitId: number) => at('/clusters/$unitId/duplicates', { unitId }),
  rotationSeason: (unitId: number, search?: { year?: number | undefined; tab?: string | undefined }) =>
    at('/clusters/$unitId/rotation-season', { unitId }, search),
  rotationPlan: (planId: string, view?: string) => at('/rotation-plans/$planId', { planId }, { view }),
  comparePlans: (planIds: readonly string[]) => at('/rotation-plans/compare', {}, { ids: planIds.join(',') }),
  rotationWishes: { to: '/rotation-wishes' },
  rotationNeeds: (schoolId: number) => at('/schools/$schoolId/rotation', { schoolId }),
  handIn: (unitId: number, year?: number) => at('/clusters/$unitId/hand-in', { unitId }, { year }),
  ownHandIn: (schoolId: number, id?: string) => at('/schools/$schoolId/hand-in', { schoolId }, { id }),
  imports: (unitId: number, id?: string) => at('/clusters/$unitId/import', { unitId }, { id }),
  corrections: (unitId: number, importId: string, search?: { sheet?: string; way?: string | undefined }) =>
    at('/clusters/$unitId/import/$importId/rows', { unitId, importId }, search),
  organization: (unitId: number) => at('/clusters/$unitId/organization', { unitId }),
  contacts: (unitId: number) => at('/clusters/$unitId/contacts', { unitId }),
  placeMap: (unitId: number, search?: Place['search']) => at('/clusters/$unitId/places', { unitId }, search),
  venue: (venueId: string) => at('/venues/$venueId', { venueId }),
  site: (siteId: string) => at('/sites/$siteId', { siteId }),
  courses: (unitId: number, search?: Place['search']) => at('/clusters/$unitId/courses', { unitId }, search),
  course: (courseId: string) => at('/courses/$courseId', { courseId }),
  courseReview: (courseId: string) => at('/courses/$courseId/review', { courseId }),
  courseUpdate: (courseId: string) => at('/courses/$courseId/update', { courseId }),
  courseVersions: (courseId: string, search?: Place['search']) =>
    at('/courses/$courseId/versions', { courseId }, search),
  coursePath: (pathId: string) => at('/course-paths/$pathId', { pathId }),
  newCourse: { to: '/courses/new' },
  guide: (unitId: number, search?: Place['search']) => at('/clusters/$unitId/guide', { unitId }, search),
  openGuide: (code: string) => at('/guide/$code', { code }),
  clusterMap: (unitId: number) => at('/clusters/$unitId/map', { unitId }),
  districtClusters: (unitId: number) => at('/units/$unitId/clusters', { unitId }),
  reports: (unitId: number) => at('/clusters/$unitId/reports', { unitId }),
  report: (reportId: string) => at('/reports/$reportId', { reportId }),
  changes: (unitId: number) => at('/clusters/$unitId/changes', { unitId }),
  unit: (unitId: number, year?: number) => at('/units/$unitId', { unitId }, { year }),
  figure: ({ unitId, code, ...search }: FigureAddress) =>
    at('/units/$unitId/figures/$code', { unitId, code }, { ...search }),
  /** The courses of a unit: the page of a cluster has its place in the menu. */
  training: ({ unitId, tier }: { unitId: number; tier: string }) =>
    at(tier === '学区集团' ? '/clusters/$unitId/training' : '/units/$unitId/training', { unitId }),
  trainingCourse: (courseId: string) => at('/training/$courseId', { courseId }),
  recognition: (unitId: number) => at('/units/$unitId/training-recognition', { unitId }),
  schoolCredits: (schoolId: number) => at('/schools/$schoolId/training-credits', { schoolId }),
  ownCredits: { to: '/account/training' },
  cover: (unitId: number) => at('/clusters/$unitId/cover', { unitId }),
  schoolCover: (schoolId: number) => at('/schools/$schoolId/cover', { schoolId }),
  coverMine: { to: '/cover/mine' },
  coverAsk: (askId: string) => at('/cover/asks/$askId', { askId }),
  gap: (gapId: string) => at('/cover/gaps/$gapId', { gapId }),
  timetable: (schoolId: number, search?: Place['search']) => at('/schools/$schoolId/timetable', { schoolId }, search),
  venues: (unitId: number, search?: Place['search']) => at('/clusters/$unitId/venues', { unitId }, search),
  bookings: (unitId: number, search?: Place['search']) => at('/clusters/$unitId/bookings', { unitId }, search),
  research: (unitId: number, search?: Place['search']) => at('/clusters/$unitId/research', { unitId }, search),
  union: (unionId: string, year?: number) => at('/unions/$unionId', { unionId }, { year }),
  researchEvent: (eventId: string) => at('/research-activities/$eventId', { eventId }),
  mentoringPair: (pairId: string) => at('/mentoring-pairs/$pairId', { pairId }),
  venueUse: (unitId: number, search?: Place['search']) => at('/clusters/$unitId/venue-use', { unitId }, search),
  sites: (unitId: number) => at('/clusters/$unitId/sites', { unitId }),
  schoolCalendar: (unitId: number, month?: string) => at('/clusters/$unitId/calendar', { unitId }, { month }),
  school: (schoolId: number, search?: { year?: number }) => at('/schools/$schoolId', { schoolId }, search),
  teacher: (teacherId: string) => at('/teachers/$teacherId', { teacherId }),
} as const

/** Where a unit of any kind is looked at. */
export function placeOfUnit(unit: { id: number; kind: string }, year?: number): Place {
  if (unit.kind === 'cluster' || unit.kind === 'group') return places.cluster(unit.id, year)
  if (unit.kind === 'school') return places.school(unit.id, year === undefined ? undefined : { year })
  return places.unit(unit.id, year)
}

/** An address that the server gave ('/clusters/12/import?id=7') as a place. */
export function placeAt(address: string): Place {
  const { pathname, searchParams } = new URL(address, 'http://site')
  return { to: pathname, search: Object.fromEntries(searchParams) }
}
