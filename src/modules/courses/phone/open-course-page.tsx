import { dayInWords, dayOf } from '#shared/day.ts'
import { To, useAddress } from '#phone/address.tsx'
import { ask, type Answer } from '#phone/ask.ts'
import { Shown } from '#phone/pieces.tsx'
import { useAsked } from '#phone/use-ask.ts'
import { licenceWords } from '../about.rules.ts'
import type { openApi } from '../open.contract.ts'

type OpenCourse = Answer<typeof openApi.read>
type Lesson = OpenCourse['content']['lessons'][number]

/** One open course: what it says, and what belongs to it to take along. */
export default function OpenCoursePage() {
  const courseId = useAddress().search.get('c') ?? ''
  const asked = useAsked(
    () => ask<typeof openApi.read>('GET /api/open/courses/:courseId', { params: { courseId } }),
    [courseId],
  )
  return (
    <>
      <Shown asked={asked}>{(course) => <Told course={course} courseId={courseId} />}</Shown>
      <To to="/courses" className="m-link">
        全部公开课程
      </To>
    </>
  )
}

const parts = [
  ['summary', '课程简介'],
  ['goals', '课程目标'],
  ['outline', '课程内容'],
  ['implementation', '课程实施'],
  ['appraisal', '课程评价'],
] as const

function Told({ course, courseId }: { course: OpenCourse; courseId: string }) {
  const { name, school, byline, stages, number, publishedAt, licence, content } = course
  return (
    <>
      <h1>{name}</h1>
      <p className="quiet">
        {[byline || school.name, stages.join('、')].join('，')}。第 {number} 版，
        {dayInWords(dayOf(new Date(publishedAt)))}发布
      </p>
      <p>使用许可：{licenceWords[licence]}。</p>
      {parts.map(
        ([key, title]) =>
          content[key] && (
            <section key={key}>
              <h2>{title}</h2>
              <p className="m-text">{content[key]}</p>
            </section>
          ),
      )}
      <h2>课时</h2>
      <ol className="m-lines">
        {content.lessons.map((lesson, n) => (
          <OneLesson key={lesson.id} lesson={lesson} n={n + 1} course={course} courseId={courseId} />
        ))}
      </ol>
    </>
  )
}

interface OneGiven {
  lesson: Lesson
  n: number
  course: OpenCourse
  courseId: string
}

function OneLesson({ lesson: { title, minutes, goals, steps, materials }, n, course, courseId }: OneGiven) {
  return (
    <li>
      <div className="m-what">
        <span className="m-when">
          {n}. {title}
        </span>
        {minutes !== null && <span className="quiet">{minutes} 分钟</span>}
        {goals && <span className="m-text">目标：{goals}</span>}
        {steps && <span className="m-text">{steps}</span>}
        {materials.map((material) => (
          <OneMaterial key={material.id} material={material} files={course.files} courseId={courseId} />
        ))}
      </div>
    </li>
  )
}

interface MaterialGiven {
  material: Lesson['materials'][number]
  files: OpenCourse['files']
  courseId: string
}

function OneMaterial({ material: { title, fileId, address }, files, courseId }: MaterialGiven) {
  const file = files.find(({ id }) => id === fileId)
  if (file)
    return (
      <a className="m-link" href={`/api/open/courses/${courseId}/files/${file.id}`} download>
        下载：{title}（{file.kind}）
      </a>
    )
  if (!address) return <span>{title}</span>
  return (
    <a className="m-link" href={address} target="_blank" rel="noreferrer">
      {title || address}
    </a>
  )
}
