import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { addressOf, asQuery, type Received } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { courseApi, type CourseLine } from '../course.contract.ts'
import { creditApi, type Credit, type Standing } from '../credit.contract.ts'
import { State } from './courses-page.tsx'
import { creditWords } from './credit-words.ts'
import { MatrixTable } from './matrix-table.tsx'
import { PlanNote } from './plan-note.tsx'
import './training.css'
import { daysOf } from './when.ts'

type Filler = Received<typeof creditApi.mine>['fillers'][number]

/** A teacher's own credits: how far, what is missing, and which course to come fills it. */
export default function OwnCreditsPage() {
  const t = useWords(creditWords)
  const { data } = useSuspenseQuery(asQuery(creditApi.mine, {}))
  if (data.name === null)
    return (
      <Page title={t('mineTitle')}>
        <Empty title={t('noTeacher')}>
          <p>{t('noTeacherLead')}</p>
        </Empty>
      </Page>
    )
  return (
    <Page title={t('mineTitle')}>
      {data.standing ? <Far standing={data.standing} /> : <p role="note">{t('noPlan')}</p>}
      <section className="training-section">
        <h2>{t('fillers')}</h2>
        {data.fillers.length === 0 ? <p className="quiet">{t('noFillers')}</p> : <Fillers fillers={data.fillers} />}
      </section>
      {data.taking.length > 0 && <Taking courses={data.taking} />}
      <section className="training-section">
        <h2>{t('earned')}</h2>
        {data.credits.length === 0 ? <p className="quiet">{t('noEarned')}</p> : <Earned credits={data.credits} />}
      </section>
    </Page>
  )
}

function Far({ standing }: { standing: Standing }) {
  const t = useWords(creditWords)
  const { counted, expected, onTrack, plan } = standing
  const behind = Math.round((expected - counted) * 100) / 100
  return (
    <section>
      <p className="training-head">
        {t(onTrack ? 'headOn' : 'headBehind', { counted, expected, behind, sum: plan.sum })}
      </p>
      <PlanNote plan={plan} />
      <MatrixTable standing={standing} />
    </section>
  )
}

function Fillers({ fillers }: { fillers: Filler[] }) {
  const t = useWords(creditWords)
  const enrol = useAct(courseApi.enrol, { done: (reply) => `${t('enrol')}：${reply.title}` })
  return (
    <RuledTable
      caption={t('fillers')}
      quiet
      rows={fillers}
      rowKey={({ course }) => course.id}
      columns={[
        {
          key: 'course',
          title: t('course'),
          heads: true,
          cell: ({ course }) => <Go to={places.trainingCourse(course.id)}>{course.title}</Go>,
        },
        { key: 'when', title: t('when'), cell: ({ course }) => daysOf(course) },
        { key: 'fills', title: t('fills'), className: 'wide', cell: (filler) => <Fills filler={filler} /> },
        {
          key: 'acts',
          title: t('acts'),
          acts: true,
          cell: ({ course }) => (
            <Button
              type="link"
              aria-label={t('enrolOf', course)}
              disabled={enrol.isPending}
              onClick={() => enrol.mutate({ params: { courseId: course.id } })}
            >
              {t('enrol')}
            </Button>
          ),
        },
      ]}
    />
  )
}

function Fills({ filler: { course, tiers, gap } }: { filler: Filler }) {
  const t = useWords(creditWords)
  const { field } = course
  return course.tier === '学区集团'
    ? t('fillsMore', { tiers: tiers.join('或'), field, gap })
    : t('fillsOne', { tier: tiers[0] ?? '', field, gap })
}

function Taking({ courses }: { courses: CourseLine[] }) {
  const t = useWords(creditWords)
  return (
    <section className="training-section">
      <h2>{t('taking')}</h2>
      <RuledTable
        caption={t('taking')}
        quiet
        rows={courses}
        rowKey={({ id }) => id}
        columns={[
          { key: 'course', title: t('course'), heads: true, cell: ({ id, title }) => <Go to={places.trainingCourse(id)}>{title}</Go> }, // prettier-ignore
          { key: 'when', title: t('when'), cell: daysOf },
          { key: 'state', title: t('state'), cell: (course) => <State course={course} /> },
        ]}
      />
    </section>
  )
}

function Earned({ credits }: { credits: Credit[] }) {
  const t = useWords(creditWords)
  return (
    <RuledTable
      caption={t('earned')}
      quiet
      rows={credits}
      rowKey={({ id }) => id}
      columns={[
        { key: 'title', title: t('course'), heads: true, cell: ({ title }) => title },
        { key: 'tier', title: t('tier'), className: 'still', cell: ({ tier }) => tier },
        { key: 'field', title: t('field'), className: 'still', cell: ({ field }) => field },
        { key: 'credits', title: t('credits'), numeric: true, cell: (one) => one.credits },
        { key: 'day', title: t('day'), cell: ({ earnedOn }) => dayInWords(earnedOn) },
        { key: 'evidence', title: t('evidence'), cell: ({ evidence }) => evidence || '—' },
        { key: 'paper', title: t('paper'), acts: true, cell: (credit) => <Paper credit={credit} /> },
      ]}
    />
  )
}

function Paper({ credit: { id, title, code } }: { credit: Credit }) {
  const t = useWords(creditWords)
  if (code === null) return '—'
  const href = addressOf(creditApi.file, { params: { creditId: id, format: 'pdf' } })
  return (
    <a href={href} download aria-label={t('downloadOf', { title })}>
      {t('download')}
    </a>
  )
}
