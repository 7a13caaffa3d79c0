import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { schoolYearOf } from '#shared/school-year.ts'
import { dayOf } from '#shared/day.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Filters } from '#ui/filters.tsx'
import { Go } from '#ui/go.tsx'
import { More } from '#ui/more.tsx'
import { Page } from '#ui/page.tsx'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { SearchBox } from '#ui/search-box.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { batchApi } from '../batch.contract.ts'
import { rotationApi, type RotationLine } from '../rotation.contract.ts'
import { BatchTable } from './batch-table.tsx'
import { FormLinks } from './form-links.tsx'
import { RotationTable } from './rotation-table.tsx'
import { FilingSide, NewBatchSide } from './sides.ts'
import { mobilityWords } from './words.ts'
import './mobility.css'

/** A phone shows no more at a time; the rest is asked for. */
const PAGE = 50

type Rotations = Received<typeof rotationApi.list>

/** The rotations of a cluster in a school year: the batches with what each waits for, and everyone who goes. */
export default function RotationsPage() {
  const t = useWords(mobilityWords)
  const unitId = Number(useParam('unitId'))
  const [at, go] = useAddress()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const year = asNumber(at['year']) ?? unit.years.at(-1) ?? schoolYearOf(dayOf(new Date()))
  const { data, error } = useQuery(asQuery(rotationApi.list, { params: { unitId }, query: { year } }))
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId, year) }]}
      {...(data && { lead: <Lead rotations={data.rotations} year={year} /> })}
      acts={
        data && (
          <>
            {data.isTeacher && <Go to={places.ownRotations}>{t('own')}</Go>}
            {data.can.includes('seeDistrict') && (
              <Go to={places.districtRotations(unit.districtId)}>{t('district')}</Go>
            )}
            {data.can.includes('seeStandings') && <Go to={places.standings(unitId, year)}>{t('standings')}</Go>}
            <YearPicker year={year} years={data.years} onPick={(picked) => go({ year: picked })} />
          </>
        )
      }
    >
      <ProblemNote error={error} />
      {data ? (
        <>
          {data.can.includes('seeBatches') && <Batches unitId={unitId} year={year} data={data} />}
          <List rotations={data.rotations} year={year} />
        </>
      ) : (
        !error && <TableSkeleton rows={10} columns={7} />
      )}
    </Page>
  )
}

function Lead({ rotations, year }: { rotations: RotationLine[]; year: number }) {
  const t = useWords(mobilityWords)
  if (rotations.length === 0) return t('leadNone', { year })
  const count = (holds: (line: RotationLine) => boolean) => rotations.filter(holds).length
  return t('lead', {
    year,
    n: rotations.length,
    active: count(({ status }) => status === '已生效' || status === '已结束'),
    planned: count(({ status }) => status === '拟定' || status === '已批准'),
    runsOn: count(({ schoolYear }) => schoolYear < year),
  })
}

function Batches({ unitId, year, data }: { unitId: number; year: number; data: Rotations }) {
  const t = useWords(mobilityWords)
  const { data: found } = useQuery(asQuery(batchApi.list, { params: { unitId }, query: { year } }))
  const [doing, setDoing] = useState<'open' | 'file'>()
  const close = () => setDoing(undefined)
  const mayFile =
    data.can.includes('file') && data.rotations.some(({ status }) => status !== '拟定' && status !== '已撤销')
  return (
    <section className="rotation-part">
      <div className="section-head">
        <h2>{t('batches')}</h2>
        <span className="file-links">
          {mayFile && <FormLinks unitId={unitId} year={year} />}
          {mayFile && data.can.includes('openBatch') && (
            <Button onClick={() => setDoing('file')}>{t('recordFiling')}</Button>
          )}
          {data.can.includes('openBatch') && (
            <Button type="primary" onClick={() => setDoing('open')}>
              {t('newBatch')}
            </Button>
          )}
        </span>
      </div>
      {found ? <BatchTable batches={found.batches} /> : <TableSkeleton rows={3} columns={5} />}
      {doing === 'open' && (
        <NewBatchSide unitId={unitId} years={[year, ...data.years.filter((one) => one !== year)]} onClose={close} />
      )}
      {/* prettier-ignore */}
      {doing === 'file' && <FilingSide unitId={unitId} year={year} onClose={close} />}
    </section>
  )
}

function List({ rotations, year }: { rotations: RotationLine[]; year: number }) {
  const t = useWords(mobilityWords)
  const [at, go] = useAddress()
  const { status, form, school, q = '' } = at
  const shown = rotations.filter((line) => fits(line, { status, form, school, q }))
  const [most, setMost] = useState(PAGE)
  const active = [status, form, schoolsOf(rotations).find(([id]) => String(id) === school)?.[1], q].filter((one) => one !== undefined && one !== '') // prettier-ignore
  return (
    <section className="rotation-part">
      <h2>{t('list')}</h2>
      {rotations.length > 0 && (
        <Filters
          active={active as string[]}
          onClear={() => go({ status: undefined, form: undefined, school: undefined, q: undefined })}
          first={
            <SearchBox value={q} label={t('search')} onSearch={(text) => go({ q: text || undefined }, 'replace')} />
          }
        >
          <Picker
            label={t('status')}
            value={status}
            options={optionsOf(rotations.map((line) => line.status))}
            onPick={(picked) => go({ status: picked })}
            all={t('all_status')}
          />
          {/* prettier-ignore */}
          <Picker label={t('form')} value={form} options={optionsOf(rotations.map((line) => line.form))} onPick={(picked) => go({ form: picked })} all={t('all_form')} />
          {/* prettier-ignore */}
          <Picker label={t('school')} value={school} options={schoolsOf(rotations).map(([value, label]) => ({ value: String(value), label }))} onPick={(picked) => go({ school: picked })} all={t('all_school')} />
          {/* prettier-ignore */}
        </Filters>
      )}
      <RotationTable
        caption={t('list')}
        rows={shown.slice(0, most)}
        year={year}
        empty={t(rotations.length === 0 ? 'noneYet' : 'none')}
      />
      {shown.length > 0 && (
        <More
          shown={Math.min(most, shown.length)}
          total={shown.length}
          query={{
            hasNextPage: shown.length > most,
            isFetchingNextPage: false,
            fetchNextPage: () => setMost(most + PAGE),
          }}
        />
      )}
    </section>
  )
}

type Narrow = { status?: string | undefined; form?: string | undefined; school?: string | undefined; q: string }

const fits = (line: RotationLine, { status, form, school, q }: Narrow): boolean =>
  (status === undefined || line.status === status) &&
  (form === undefined || line.form === form) &&
  (school === undefined || [line.fromSchoolId, line.toSchoolId].includes(Number(school))) &&
  (q === '' || line.name.includes(q) || line.staffNo.includes(q))

const optionsOf = (values: readonly string[]) => [...new Set(values)].sort().map((value) => ({ value, label: value }))

const schoolsOf = (rotations: readonly RotationLine[]): [number, string][] =>
  [...new Map(rotations.flatMap((line) => [[line.fromSchoolId, line.fromSchool], [line.toSchoolId, line.toSchool]] as const))] // prettier-ignore
    .sort((a, b) => a[1].localeCompare(b[1], 'zh-CN'))
    .map(([id, name]) => [id, name])
