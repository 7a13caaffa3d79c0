import type { Problem } from '#shared/problem.ts'
import type { CourseContent, Lesson } from './content.contract.ts'
import { audiences, UNCHANGED_LICENCE, type CourseKind, type CourseState, type Told } from './entry.contract.ts'
import { coursesProblems } from './problems.ts'

/** What of a course decides whether it may be changed or sent on. */
export interface Written {
  state: CourseState
  name: string
  published: number
  content: CourseContent
  kinds: readonly CourseKind[]
  kindsSought: readonly CourseKind[]
  audienceSought: string | null
  aboutSought: Told | null
}

export const isInReview = (state: CourseState): boolean => state !== '编写中' && state !== '已入库'

/** While it is with those who review it nobody changes it under their hands. */
export const whyNotWrite = ({ state }: Pick<Written, 'state'>): Problem | undefined =>
  isInReview(state) ? coursesProblems.inReview({ step: state }) : undefined

/** A copy of a course that may not be adapted stays as it is. */
export const whyNotChange = (originLicence: string | undefined): Problem | undefined =>
  originLicence === UNCHANGED_LICENCE ? coursesProblems.mayNotChange() : undefined

/** What is missing before a course can be reviewed, in words. */
export function missingIn({ summary, goals, lessons }: CourseContent): string[] {
  const untitled = lessons.findIndex(({ title }) => title.trim() === '')
  return [
    ...(summary.trim() === '' ? ['课程简介还是空的'] : []),
    ...(goals.trim() === '' ? ['课程目标还是空的'] : []),
    ...(lessons.length === 0 ? ['还没有课时'] : []),
    ...(untitled >= 0 ? [`第 ${untitled + 1} 课时没有名称`] : []),
  ]
}

/** `latest`: what the last version says, where there is one. */
export function whyNotSubmit(course: Written, latest: { name: string; content: CourseContent } | undefined) {
  const missing = missingIn(course.content)
  if (missing.length > 0) return coursesProblems.notReady({ missing: missing.join('，') })
  const isSame = latest?.name === course.name && JSON.stringify(latest.content) === JSON.stringify(course.content)
  const asksMore =
    course.audienceSought !== null ||
    course.aboutSought !== null ||
    course.kindsSought.some((kind) => !course.kinds.includes(kind))
  return isSame && !asksMore ? coursesProblems.nothingNew({ number: course.published }) : undefined
}

/** 张三、李四（春申中学）；王五（春申小学）: in the order in which the authors stand, each school once. */
export function bylineOf(authors: readonly { name: string; school: string }[]): string {
  const schools = [...new Set(authors.map(({ school }) => school))]
  const namesAt = (at: string) => authors.filter(({ school }) => school === at).map(({ name }) => name)
  return schools.map((school) => `${namesAt(school).join('、')}（${school}）`).join('；')
}

/** An address that a browser opens from anywhere: with its scheme, and with a name that has a dot in it. */
export function isWebAddress(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url !== undefined && /^https?:$/.test(url.protocol) && /^[^.].*\.[^.]+$/.test(url.hostname)
}

/** The first material that cannot be opened, if there is one. */
export function whyNotLessons(lessons: readonly Lesson[]): Problem | undefined {
  for (const { kind, title, address, fileId } of lessons.flatMap(({ materials }) => materials)) {
    if (kind === 'link' && !isWebAddress(address ?? '')) return coursesProblems.badAddress({ title })
    if (kind === 'file' && !fileId) return coursesProblems.fileMissing({ title })
  }
  return undefined
}

/** Lessons and materials keep the id they have; a new one, or one that is there twice, is given its own. */
export function withIds(lessons: readonly Lesson[], newId: () => string): Lesson[] {
  const seen = new Set<string>()
  const idOf = (id: string): string => {
    const kept = id === '' || seen.has(id) ? newId() : id
    seen.add(kept)
    return kept
  }
  return lessons.map((lesson) => ({
    ...lesson,
    id: idOf(lesson.id),
    materials: lesson.materials.map((material) => ({ ...material, id: idOf(material.id) })),
  }))
}

type Audience = (typeof audiences)[number]

/** Fewer readers at once; more of them once a version for them has been reviewed. */
export function audienceAfter(
  now: { audience: Audience; published: number },
  wanted: Audience,
): { audience: Audience; audienceSought: Audience | null } {
  const isWider = audiences.indexOf(wanted) > audiences.indexOf(now.audience)
  return now.published > 0 && isWider
    ? { audience: now.audience, audienceSought: wanted }
    : { audience: wanted, audienceSought: null }
}

const told = ({ stages, subject, theme, licence }: Told): Told => ({ stages, subject, theme, licence })

export const isToldAlike = (a: Told, b: Told): boolean => JSON.stringify(told(a)) === JSON.stringify(told(b))

/** Before the first version at once; later what others were told stays until the next version was reviewed. */
export function aboutAfter(
  now: Told & { published: number },
  wanted: Told,
): Partial<Told> & { aboutSought: Told | null } {
  if (now.published === 0) return { ...told(wanted), aboutSought: null }
  return { aboutSought: isToldAlike(now, wanted) ? null : told(wanted) }
}
