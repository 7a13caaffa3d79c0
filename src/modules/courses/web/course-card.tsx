import { dayInWords } from '#shared/day.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import type { CourseLine } from '../find.contract.ts'
import { coursesWords } from './courses-words.ts'

/** A text in which what was looked for is marked. */
function Marked({ stretches }: { stretches: CourseLine['snippet'] }) {
  return stretches.map(({ text, hit }, n) => (hit ? <mark key={n}>{text}</mark> : <span key={n}>{text}</span>))
}

/** A course in the list: what it is, whose it is, where what was looked for stands in it. */
export function CourseCard({ course }: { course: CourseLine }) {
  const t = useWords(coursesWords)
  const { id, name, school, partners, stages, subject, theme, kinds, snippet, adopted, origin, publishedOn } = course
  const facts = [
    stages.join('、'),
    subject,
    theme,
    adopted > 0 && t('adopted', { n: adopted }),
    t('published', { day: dayInWords(publishedOn) }),
  ]
  return (
    <li className="course-card">
      <h2>
        <Go to={places.course(id)}>
          <Marked stretches={name} />
        </Go>
        {kinds.map((kind) => (
          <span key={kind} className="course-kind">
            {kind}
          </span>
        ))}
      </h2>
      <p>
        {school.name}
        {partners.length > 0 && `，${t('partners', { schools: partners.join('、') })}`}
        {origin !== null && `，${t('origin', { school: origin })}`}
      </p>
      {snippet.length > 0 && (
        <p className="course-snippet">
          <Marked stretches={snippet} />…
        </p>
      )}
      <p className="quiet">{facts.filter(Boolean).join('　')}</p>
    </li>
  )
}
