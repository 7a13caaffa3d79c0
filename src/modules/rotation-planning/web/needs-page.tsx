import { useSuspenseQuery } from '@tanstack/react-query'
import { dayInWords } from '#shared/day.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { later } from '#ui/later.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { momentOf } from '#ui/time.ts'
import { useWords } from '#ui/words.ts'
import { needsApi, type SchoolPage } from '../needs.contract.ts'
import { NeedsForm } from './needs-form.tsx'
import { needsWords } from './needs-words.ts'
import './rotation-planning.css'

const RequestTable = later(async () => (await import('./request-table.tsx')).RequestTable)
const TeacherTable = later(async () => (await import('./teacher-table.tsx')).TeacherTable)

/** A school's own page of a year's rotation: what it needs, whom it keeps, what its teachers wish. */
export default function NeedsPage() {
  const t = useWords(needsWords)
  const schoolId = Number(useParam('schoolId'))
  const { data: school } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId: schoolId } }))
  const { data } = useSuspenseQuery(asQuery(needsApi.read, { params: { unitId: schoolId } }))
  return (
    <Page
      title={t('title')}
      tag={school.sample && <SampleTag />}
      crumbs={[{ text: school.name, to: places.school(schoolId) }]}
    >
      {data.pages.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('noneLead')}</p>
        </Empty>
      )}
      {data.pages.map((page) => (
        <Asked key={page.season.id} schoolId={schoolId} page={page} />
      ))}
    </Page>
  )
}

function Asked({ schoolId, page }: { schoolId: number; page: SchoolPage }) {
  const t = useWords(needsWords)
  const { season, requests, teachers, fixed, handedInAt, handedInBy } = page
  const answered = teachers.filter(({ attitude }) => attitude !== null).length
  const name = t('of', { year: season.schoolYear, cluster: season.clusterName })
  return (
    <section className="needs-page" aria-label={name}>
      <section>
        <h2>{name}</h2>
        <p>
          <strong>{handedInAt ? t('handedIn', { by: handedInBy, ...momentOf(handedInAt) }) : t('notHandedIn')}</strong>
          {'，'}
          {fixed ?? t('until', { day: dayInWords(season.needsDue) })}
        </p>
        {season.note && <p>{season.note}</p>}
      </section>
      {requests.length > 0 && <RequestTable requests={requests} />}
      <NeedsForm key={handedInAt} schoolId={schoolId} page={page} />
      <section className="season-part">
        <h2>{t('wishes')}</h2>
        <p>{teachers.length === 0 ? t('unfrozen') : t('answered', { all: teachers.length, n: answered })}</p>
        {teachers.length > 0 && (
          <TeacherTable
            seasonId={season.id}
            teachers={teachers}
            mayFill={season.closedAt === null && page.can.includes('keep')}
            ownSchool
          />
        )}
      </section>
    </section>
  )
}
