import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { grouped } from '#shared/group.ts'
import { useAct } from '#ui/act.ts'
import { useAddress } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Filters } from '#ui/filters.tsx'
import { inFigures } from '#ui/number.ts'
import { Picker } from '#ui/picker.tsx'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { needsApi } from '../needs.contract.ts'
import { attitudes, requestApi, wishApi, type Listed } from '../wish.contract.ts'
import { RequestTable } from './request-table.tsx'
import type { PartGiven } from './season-page.tsx'
import { listWords } from './list-words.ts'
import { TeacherTable } from './teacher-table.tsx'
import { wishWords } from './wish-words.ts'

/** The frozen list, by which rule each stands on it, and what each has answered. */
export function TeachersPart({ data: { can, progress }, season }: PartGiven) {
  const t = useWords(listWords)
  const params = { seasonId: season.id }
  const { data, error } = useQuery(asQuery(wishApi.list, { params }))
  const requests = useQuery({ ...asQuery(requestApi.list, { params }), enabled: can.includes('answer') })
  const remind = useAct(needsApi.remindTeachers, {
    done: ({ told }) => (told > 0 ? t('remindedTeachers', { n: told }) : t('remindedNone')),
  })
  const isOpen = season.closedAt === null
  const asked = requests.data?.requests ?? []
  return (
    <section className="season-part">
      {asked.length > 0 && <RequestTable requests={asked} />}
      {isOpen && can.includes('change') && progress.answered < progress.eligible && (
        <p className="acts">
          <Button loading={remind.isPending} onClick={() => remind.mutate({ params })}>
            {t('remindTeachers')}
          </Button>
        </p>
      )}
      <ProblemNote error={error ?? remind.error} />
      {data ? <List season={season} teachers={data.teachers} /> : !error && <TableSkeleton rows={10} columns={6} />}
    </section>
  )
}

function List({ season, teachers }: Pick<PartGiven, 'season'> & { teachers: Listed[] }) {
  const t = useWords(listWords)
  const { shown, filters } = useNarrowed(teachers)
  return (
    <>
      {filters}
      <h2>{t('listed', { n: inFigures(shown.length) })}</h2>
      <TeacherTable key={shown.length} seasonId={season.id} teachers={shown} mayFill={season.closedAt === null} />
      <BySubject teachers={shown} />
    </>
  )
}

const UNANSWERED = 'none'

/** What the list is narrowed to; all of it stands in the address. */
function useNarrowed(teachers: Listed[]) {
  const t = useWords(listWords)
  const w = useWords(wishWords)
  const [at, go] = useAddress()
  const { school, subject, wish } = at
  const schools = [...new Map(teachers.map((one) => [String(one.schoolId), one.schoolName]))]
  const subjects = [...new Set(teachers.map((one) => one.subject ?? ''))].sort((a, b) => a.localeCompare(b, 'zh-CN'))
  const answers = [...attitudes, UNANSWERED].map((value) => ({ value, label: value === UNANSWERED ? t('unanswered') : w(value as 'willing') })) // prettier-ignore
  const shown = teachers.filter(
    (one) =>
      (school === undefined || String(one.schoolId) === school) &&
      (subject === undefined || (one.subject ?? '') === subject) &&
      (wish === undefined || (one.attitude ?? UNANSWERED) === wish),
  )
  const active = [
    schools.find(([id]) => id === school)?.[1],
    subject,
    answers.find(({ value }) => value === wish)?.label,
  ].filter((word) => word !== undefined)
  const filters = (
    <Filters active={active} onClear={() => go({ school: undefined, subject: undefined, wish: undefined })}>
      <Picker
        label={t('school')}
        all={t('allSchools')}
        value={school}
        options={schools.map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'))} // prettier-ignore
        onPick={(picked) => go({ school: picked })}
      />
      <Picker
        label={t('subject')}
        all={t('allSubjects')}
        value={subject}
        options={subjects.filter(Boolean).map((value) => ({ value, label: value }))}
        onPick={(picked) => go({ subject: picked })}
      />
      <Picker
        label={t('wish')}
        all={t('allAnswers')}
        value={wish}
        options={answers}
        onPick={(picked) => go({ wish: picked })}
      />{' '}
      {/* prettier-ignore */}
    </Filters>
  )
  return { shown, filters }
}

function BySubject({ teachers }: { teachers: Listed[] }) {
  const t = useWords(listWords)
  const count = (list: Listed[], attitude: Listed['attitude']) => list.filter((one) => one.attitude === attitude).length
  const rows = [...grouped(teachers, ({ subject }) => subject ?? t('unsaid'))]
    .map(([subject, list]) => ({
      subject,
      people: list.length,
      answered: list.length - count(list, null),
      willing: count(list, 'willing'),
      refuses: count(list, 'refuses'),
    }))
    .sort((a, b) => b.people - a.people)
  return (
    <RuledTable
      caption={t('bySubject')}
      rows={rows}
      rowKey={({ subject }) => subject}
      columns={[
        { key: 'subject', title: t('onlySubject'), heads: true, className: 'still', cell: ({ subject }) => subject },
        { key: 'people', title: t('people'), numeric: true, cell: ({ people }) => inFigures(people) },
        { key: 'answered', title: t('answered'), numeric: true, cell: ({ answered }) => inFigures(answered) },
        { key: 'willing', title: t('willing'), numeric: true, cell: ({ willing }) => inFigures(willing) },
        { key: 'refuses', title: t('refuses'), numeric: true, cell: ({ refuses }) => inFigures(refuses) },
      ]}
    />
  )
}
