import { useSuspenseQueries } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAct } from '#ui/act.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { addressOf, asQuery } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { Filters } from '#ui/filters.tsx'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { activityApi, ActivityBody, type Activity } from '../activity.contract.ts'
import { activityKinds, awardsInWords, sumOf } from '../activity.rules.ts'
import { activityWords } from './activity-words.ts'
import { EvidenceLines } from './evidence-lines.tsx'
import { clusterServices } from './service-places.ts'
import { ActivityFileSide, ActivitySide } from './sides.ts'
import './services.css'

/** What schools do together for pupils and families, with who took part. */
export default function ActivitiesPage() {
  const t = useWords(activityWords)
  const unitId = Number(useParam('unitId'))
  const [at, go] = useAddress()
  const asked = asNumber(at['year'])
  const [open, setOpen] = useState<Activity | 'new' | 'file'>()
  const [{ data: unit }, { data }] = useSuspenseQueries({
    queries: [
      asQuery(unitApi.read, { params: { unitId } }),
      asQuery(activityApi.list, { params: { unitId }, query: { year: asked } }),
    ],
  })
  const { activities, year, years, can } = data
  const close = () => setOpen(undefined)
  const { pupils } = sumOf(activities.filter(({ joint }) => joint).flatMap(({ parts }) => parts))
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      {...(activities.length > 0 && {
        lead: t('lead', { n: activities.length, joint: activities.filter(({ joint }) => joint).length, pupils }),
      })}
      acts={
        <>
          <Go to={clusterServices(unitId, year)}>{t('services')}</Go>
          <YearPicker year={year} years={years} onPick={(picked) => go({ year: picked })} />
          <a href={addressOf(activityApi.export, { params: { unitId }, query: { year } })} download>
            {t('export')}
          </a>
          {can.includes('upload') && <Button onClick={() => setOpen('file')}>{t('upload')}</Button>}
          {can.includes('add') && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {t('add')}
            </Button>
          )}
        </>
      }
    >
      {activities.length === 0 ? (
        <Empty title={t('none')}>{can.includes('add') && <p>{t('noneLead')}</p>}</Empty>
      ) : (
        <Activities unitId={unitId} activities={activities} onEdit={setOpen} />
      )}
      {open === 'file' && <ActivityFileSide unitId={unitId} year={year} onClose={close} />}
      {open && open !== 'file' && (
        <ActivitySide unitId={unitId} data={data} activity={open === 'new' ? undefined : open} onClose={close} />
      )}
    </Page>
  )
}

interface Listed {
  unitId: number
  activities: readonly Activity[]
  onEdit: (activity: Activity) => void
}

function Activities({ unitId, activities, onEdit }: Listed) {
  const t = useWords(activityWords)
  const [at, go] = useAddress()
  const isJointOnly = at['joint'] === 'yes'
  const shown = activities.filter(
    ({ kind, joint }) => (at['kind'] === undefined || kind === at['kind']) && (joint || !isJointOnly),
  )
  return (
    <>
      <Filters
        active={[at['kind'], isJointOnly ? t('jointOnly') : undefined].filter((one) => one !== undefined)}
        onClear={() => go({ kind: undefined, joint: undefined })}
      >
        <Picker
          label={t('kind')}
          all={t('allKinds')}
          value={at['kind']}
          options={activityKinds.map((value) => ({ value: value as string, label: value }))}
          onPick={(kind) => go({ kind })}
        />
        <Checkbox checked={isJointOnly} onChange={({ target }) => go({ joint: target.checked ? 'yes' : undefined })}>
          {t('jointOnly')}
        </Checkbox>
      </Filters>
      <RuledTable
        caption={t('title')}
        quiet
        rows={shown}
        rowKey={({ id }) => id}
        empty={t('noneFits')}
        columns={useColumns(unitId, shown, onEdit)}
      />
    </>
  )
}

const daysOf = ({ fromDay, untilDay }: Activity) =>
  fromDay === untilDay ? dayInWords(fromDay) : `${dayInWords(fromDay)}—${dayInWords(untilDay)}`

function useColumns(
  unitId: number,
  shown: readonly Activity[],
  onEdit: (activity: Activity) => void,
): Column<Activity>[] {
  const t = useWords(activityWords)
  const sum = (key: 'pupils' | 'families' | 'teachers'): Column<Activity> => ({
    key,
    title: t(key),
    numeric: true,
    cell: ({ parts }) => sumOf(parts)[key] || '—',
  })
  return [
    { key: 'title', title: t('activity'), heads: true, cell: ({ title, news }) => (news ? <a href={news} target="_blank" rel="noreferrer">{title}</a> : title) }, // prettier-ignore
    { key: 'kind', title: t('kind'), className: 'still', cell: ({ kind }) => kind },
    { key: 'day', title: t('day'), className: 'still', cell: daysOf },
    {
      key: 'host',
      title: t('host'),
      cell: ({ school, runBy }) => (runBy === '学区' ? `${school}（${runBy}组织）` : school),
    },
    {
      key: 'schools',
      title: t('schools'),
      className: 'wide',
      cell: ({ parts }) =>
        parts.length === 0
          ? '—'
          : t('schoolsOf', { n: parts.length, names: parts.map(({ school }) => school).join('、') }),
    },
    sum('pupils'),
    sum('families'),
    sum('teachers'),
    { key: 'awards', title: t('awards'), cell: ({ parts }) => awardsInWords(sumOf(parts)) },
    ...(shown.some(({ files }) => files.length > 0)
      ? [{ key: 'files', title: t('files'), className: 'wide', cell: ({ files }: Activity) => (files.length > 0 ? <EvidenceLines files={files} /> : '—') }] // prettier-ignore
      : []),
    { key: 'acts', title: t('acts'), acts: true, cell: (activity) => activity.can.includes('keep') && <Acts unitId={unitId} activity={activity} onEdit={onEdit} /> }, // prettier-ignore
  ]
}

interface ActsGiven {
  unitId: number
  activity: Activity
  onEdit: (activity: Activity) => void
}

function Acts({ unitId, activity, onEdit }: ActsGiven) {
  const t = useWords(activityWords)
  const again = useAct(activityApi.add, { done: () => t('saved', activity) })
  const body = () => ({ ...ActivityBody.parse(activity), evidenceIds: activity.files.map(({ id }) => id) })
  const undo = () => again.mutate({ params: { unitId }, body: body() })
  const drop = useAct(activityApi.drop, { done: () => ({ text: t('dropped', activity), undo }) })
  return (
    <span className="row-acts">
      <Button size="small" aria-label={t('editTitle', activity)} onClick={() => onEdit(activity)}>
        {t('edit')}
      </Button>
      <Button
        size="small"
        aria-label={t('dropOf', activity)}
        loading={drop.isPending}
        onClick={() => drop.mutate({ params: { activityId: activity.id } })}
      >
        {t('drop')}
      </Button>
    </span>
  )
}
