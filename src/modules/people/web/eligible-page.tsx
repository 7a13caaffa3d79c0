import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { eligibleListApi } from '../eligible-list.contract.ts'
import { moment } from './change-part.tsx'
import { sum, type School } from './freeze.ts'
import { listWords } from './list-words.ts'
import { FreezeSide, ThawSide } from './sides.ts'
import { peopleWords } from './words.ts'
import './people.css'

type Lists = Received<typeof eligibleListApi.read>

const countedIn = ({ frozenEligible, eligible }: School) => frozenEligible ?? eligible

/** The denominator with its names: who is 符合交流条件 in a year, frozen or not, by which rules, and what changed since. */
export default function EligiblePage() {
  const t = useWords(listWords)
  const p = useWords(peopleWords)
  const unitId = Number(useParam('unitId'))
  const [at, go] = useAddress()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const year = asNumber(at['year']) ?? Math.max(...unit.years, 0)
  const { data, error } = useQuery({
    ...asQuery(eligibleListApi.read, { params: { unitId }, query: { year } }),
    enabled: year > 0,
  })
  return (
    <Page
      title={t('eligibleTitle')}
      tag={unit.sample && <SampleTag />}
      crumbs={[
        { text: unit.name, to: places.cluster(unitId, year || undefined) },
        { text: p('title'), to: places.teachers(unitId, { year }) },
      ]}
      {...(data && { lead: <Lead data={data} year={year} /> })}
      acts={
        year > 0 && (
          <>
            <YearPicker year={year} years={unit.years} onPick={(picked) => go({ year: picked })} />
            {data && <Acts unitId={unitId} year={year} data={data} />}
          </>
        )
      }
    >
      <ProblemNote error={error} />
      {data ? (
        <>
          <Differences data={data} />
          <BySchool unitId={unitId} year={year} data={data} />
          <Rules data={data} />
        </>
      ) : (
        !error && <TableSkeleton rows={12} columns={5} />
      )}
    </Page>
  )
}

function Lead({ data: { schools }, year }: { data: Lists; year: number }) {
  const t = useWords(listWords)
  const filled = schools.filter(({ teachers, frozenAt }) => teachers > 0 || frozenAt !== null)
  const frozen = filled.filter(({ frozenAt }) => frozenAt !== null)
  const facts = { year, all: filled.length, frozen: frozen.length, eligible: inFigures(sum(filled, countedIn)) }
  if (filled.length === 0) return t('leadNone', { year })
  if (frozen.length === 0) return t('leadOpen', facts)
  return t(frozen.length === filled.length ? 'leadFrozen' : 'leadPart', facts)
}

function Acts({ unitId, year, data }: { unitId: number; year: number; data: Lists }) {
  const t = useWords(listWords)
  const [doing, setDoing] = useState<'freeze' | 'thaw'>()
  const open = data.schools.filter(({ teachers, frozenAt }) => teachers > 0 && frozenAt === null)
  const given = { unitId, year, onClose: () => setDoing(undefined) }
  return (
    <>
      {data.can.includes('freeze') && open.length > 0 && (
        <Button type="primary" onClick={() => setDoing('freeze')}>
          {t('freeze', { year })}
        </Button>
      )}
      {data.can.includes('thaw') && data.schools.some(({ frozenAt }) => frozenAt !== null) && (
        <Button onClick={() => setDoing('thaw')}>{t('thaw')}</Button>
      )}
      <FreezeSide {...given} schools={open} open={doing === 'freeze'} />
      <ThawSide {...given} open={doing === 'thaw'} />
    </>
  )
}

/** What has changed in the register since the freeze: the list stays, the office knows. */
function Differences({ data: { differences, schools } }: { data: Lists }) {
  const t = useWords(listWords)
  if (schools.every(({ frozenAt }) => frozenAt === null)) return null
  if (differences.length === 0) return <p>{t('noDifferences')}</p>
  return (
    <section className="part">
      <h2>{t('differencesN', { n: differences.length })}</h2>
      <RuledTable
        caption={t('differences')}
        quiet
        rows={differences}
        rowKey={({ teacherId, schoolId }) => `${teacherId}-${schoolId}`}
        columns={[
          {
            key: 'name',
            title: t('name'),
            heads: true,
            className: 'still',
            cell: ({ teacherId, name, kind }) =>
              kind === '不在名册' ? name : <Go to={places.teacher(teacherId)}>{name}</Go>,
          },
          { key: 'school', title: t('school'), className: 'still', cell: ({ schoolName }) => schoolName },
          {
            key: 'what',
            title: t('what'),
            cell: ({ kind, nowSchoolName }) =>
              kind === '已调动' && nowSchoolName ? t('movedTo', { school: nowSchoolName }) : kind,
          },
        ]}
      />
    </section>
  )
}

function BySchool({ unitId, year, data }: { unitId: number; year: number; data: Lists }) {
  const t = useWords(listWords)
  return (
    <section>
      <div className="section-head">
        <h2>{t('bySchool')}</h2>
        <Go to={places.figure({ unitId, code: 'eligible', year })}>{t('figure')}</Go>
      </div>
      <RuledTable
        caption={t('bySchool')}
        quiet
        rows={data.schools}
        rowKey={({ schoolId }) => schoolId}
        columns={[
          {
            key: 'school',
            title: t('school'),
            heads: true,
            className: 'still',
            cell: ({ schoolId, schoolName }) => <Go to={places.school(schoolId, { year })}>{schoolName}</Go>,
          },
          { key: 'teachers', title: t('teachers'), numeric: true, cell: ({ teachers }) => inFigures(teachers) },
          {
            key: 'eligible',
            title: t('eligible'),
            numeric: true,
            cell: ({ schoolId, eligible }) => (
              <Go to={places.teachers(unitId, { year, schoolId, eligible: 'yes' })}>{inFigures(eligible)}</Go>
            ),
          },
          {
            key: 'frozen',
            title: t('frozenEligible'),
            numeric: true,
            cell: ({ frozenEligible, schoolId }) =>
              frozenEligible === null ? (
                '—'
              ) : (
                <Go to={places.figure({ unitId, code: 'eligible', year, schoolId })}>{inFigures(frozenEligible)}</Go>
              ),
          },
          {
            key: 'at',
            title: t('frozenAt'),
            className: 'still',
            cell: ({ frozenAt, teachers }) =>
              frozenAt ? moment(frozenAt) : t(teachers === 0 ? 'noRegister' : 'notFrozen'),
          },
          { key: 'by', title: t('frozenBy'), className: 'still', cell: ({ frozenBy }) => frozenBy ?? '—' },
        ]}
      />
    </section>
  )
}

function Rules({ data: { rule, exemptions } }: { data: Lists }) {
  const t = useWords(listWords)
  const kinds = exemptions.map(({ kind, maxYears }) => t('kindOf', { kind, years: maxYears })).join('、')
  return (
    <section className="part rules-note">
      <h2>{t('rules')}</h2>
      <p>{t('rulesOrder')}</p>
      <p>{rule ? t('ruleIs', rule) : t('ruleNone')}</p>
      {kinds && <p>{t('kinds', { kinds })}</p>}
    </section>
  )
}
