import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Suspense, useState, type ComponentType } from 'react'
import { dayInWords } from '#shared/day.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAct } from '#ui/act.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { Go } from '#ui/go.tsx'
import { later } from '#ui/later.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { seasonApi, type Season } from '../season.contract.ts'
import { Overview } from './overview.tsx'
import './rotation-planning.css'
import { seasonWords } from './season-words.ts'

export type SeasonData = Received<typeof seasonApi.read>
/** A part of the page, about a season that was opened. */
export interface PartGiven {
  data: SeasonData
  season: Season
}

const SeasonSide = later(async () => (await import('./season-side.tsx')).SeasonSide)

const parts: Record<string, ComponentType<PartGiven>> = {
  overview: Overview,
  teachers: later(async () => (await import('./teachers-part.tsx')).TeachersPart),
  schools: later(async () => (await import('./schools-part.tsx')).SchoolsPart),
  teams: later(async () => (await import('./teams-part.tsx')).TeamsPart),
  settings: later(async () => (await import('./settings-part.tsx')).SettingsPart),
  plans: later(async () => (await import('./plans-part.tsx')).PlansPart),
}
const tabs = ['overview', 'teachers', 'schools', 'teams', 'settings', 'plans'] as const

/** What a year's rotation is planned from: who may go, what each wishes, what schools need, what the office sets. */
export default function SeasonPage() {
  const t = useWords(seasonWords)
  const unitId = Number(useParam('unitId'))
  const [at, go] = useAddress()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const year = asNumber(at['year'])
  const query = year === undefined ? {} : { year }
  const { data, error } = useQuery(asQuery(seasonApi.read, { params: { unitId }, query }))
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId, data?.year) }]}
      {...(data?.season && { lead: <Lead season={data.season} /> })}
      acts={
        data && (
          <>
            <YearPicker year={data.year} years={data.years} onPick={(picked) => go({ year: picked })} />
            {data.season && data.can.includes('change') && <Acts season={data.season} />}
          </>
        )
      }
    >
      <ProblemNote error={error} />
      {!data && !error && <TableSkeleton rows={6} columns={3} />}
      {data?.season && <Parts data={data} season={data.season} tab={at['tab'] ?? 'overview'} />}
      {data && !data.season && <NotYet unitId={unitId} data={data} />}
    </Page>
  )
}

function Lead({ season }: { season: Season }) {
  const t = useWords(seasonWords)
  const { state, wishesDue, needsDue, reopenReason } = season
  const days = { wishes: dayInWords(wishesDue), needs: dayInWords(needsDue) }
  return (
    <>
      {state === 'collecting' ? t('collecting', days) : t('closed')}
      {reopenReason && `，${t('reopenedFor', { reason: reopenReason })}`}
    </>
  )
}

function Acts({ season }: { season: Season }) {
  const t = useWords(seasonWords)
  const [side, setSide] = useState<'change' | 'reopen'>()
  const close = useAct(seasonApi.close, { done: () => t('closedNow') })
  const shut = () => setSide(undefined)
  return (
    <>
      {season.state === 'closed' ? (
        <Button onClick={() => setSide('reopen')}>{t('reopen')}</Button>
      ) : (
        <>
          <Button onClick={() => setSide('change')}>{t('change')}</Button>
          <Button loading={close.isPending} onClick={() => close.mutate({ params: { seasonId: season.id } })}>
            {t('close')}
          </Button>
        </>
      )}
      <SeasonSide season={season} how={side ?? 'change'} open={side !== undefined} onClose={shut} />
    </>
  )
}

function Parts({ data, season, tab }: PartGiven & { tab: string }) {
  const t = useWords(seasonWords)
  const Part = parts[tab] ?? Overview
  return (
    <>
      <nav className="season-tabs" aria-label={t('tabs')}>
        <ul>
          {tabs.map((one) => (
            <li key={one}>
              <Go
                to={places.rotationSeason(season.clusterId, { year: season.schoolYear, tab: one })}
                current={one === tab}
                keepScroll
              >
                {t(one)}
              </Go>
            </li>
          ))}
        </ul>
      </nav>
      <Suspense fallback={<TableSkeleton rows={8} columns={5} />}>
        <Part key={season.id} data={data} season={season} />
      </Suspense>
    </>
  )
}

/** Before it is opened: what it is, and whether its ground is there. */
function NotYet({ unitId, data }: { unitId: number; data: SeasonData }) {
  const t = useWords(seasonWords)
  const [opening, setOpening] = useState(false)
  const { year, progress, can } = data
  const isReady = progress.eligible > 0
  return (
    <Empty title={t('none', { year })}>
      <p>{t('noneLead')}</p>
      {!isReady && (
        <p>
          {t('noneFrozen')} <Go to={places.eligible(unitId, year)}>{t('toFreeze')}</Go>
        </p>
      )}
      {isReady && can.includes('change') && (
        <Button type="primary" onClick={() => setOpening(true)}>
          {t('start', { year })}
        </Button>
      )}
      <SeasonSide unitId={unitId} data={data} how="open" open={opening} onClose={() => setOpening(false)} />
    </Empty>
  )
}
