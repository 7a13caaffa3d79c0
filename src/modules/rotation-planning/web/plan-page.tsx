import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useReducer, useState, type ComponentType } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAct } from '#ui/act.ts'
import { useAddress, useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { later } from '#ui/later.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { planApi } from '../plan.contract.ts'
import { AdoptAct } from './adopt-act.tsx'
import { AdoptedLine } from './adopted-line.tsx'
import { BoardTable } from './board-table.tsx'
import { asBody, changesIn, draftOf, stepped, type Draft, type Step } from './board-draft.ts'
import { DraftBar } from './draft-bar.tsx'
import { FigureTable, Faults } from './figure-table.tsx'
import { proofWords } from './plan-table.tsx'
import { boardWords } from './board-words.ts'
import { planWords } from './plan-words.ts'
import './plan.css'
import './rotation-planning.css'

export type PlanData = Received<typeof planApi.read>
export type Tried = Received<typeof planApi.try>

/** What the views of a plan are given: the plan, the draft that is being made of it, and what the draft comes to. */
export interface ViewGiven {
  data: PlanData
  draft: Draft
  tried: Tried
  step: (step: Step) => void
  onPick: (teacherId: string) => void
}

const MoverSide = later(async () => (await import('./mover-side.tsx')).MoverSide)
const views: Record<string, ComponentType<ViewGiven>> = {
  board: BoardTable,
  people: later(async () => (await import('./people-table.tsx')).PeopleTable),
  flow: later(async () => (await import('./flow-picture.tsx')).FlowPicture),
}
const tabs = ['board', 'people', 'flow'] as const

/** One plan of a season: by school, by teacher, as flows; changed by hand with its limits in sight, and kept as another. */
export default function PlanPage() {
  const planId = useParam('planId')
  const { data } = useSuspenseQuery(asQuery(planApi.read, { params: { planId } }))
  return <PlanOf key={planId} data={data} />
}

function PlanOf({ data }: { data: PlanData }) {
  const t = useWords(planWords)
  const [at] = useAddress()
  const { plan, adopted, clusterId, schoolYear: year, moves } = data
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId: clusterId } }))
  const [draft, step] = useReducer(stepped, moves, draftOf)
  const [picked, setPicked] = useState<string>()
  const { tried, error } = useTried(data, draft)
  const View = views[at['view'] ?? 'board'] ?? BoardTable
  const given = { data, draft, tried, step, onPick: setPicked }
  return (
    <Page
      title={t('title', { year, number: plan.number })}
      crumbs={[
        { text: unit.name, to: places.cluster(clusterId, year) },
        { text: t('plans'), to: places.rotationSeason(clusterId, { year, tab: 'plans' }) },
      ]}
      lead={`${proofWords(t, plan)}${plan.isCurrent ? '' : `，${t('stale')}`}`}
      acts={<Acts data={data} />}
    >
      <ProblemNote error={error} />
      {adopted && <AdoptedLine plan={plan} adopted={adopted} />}
      {data.can.includes('change') && <DraftBar {...given} onPick={setPicked} changes={changesIn(draft, moves)} />}
      <FigureTable data={data} tried={tried} isChanged={changesIn(draft, moves) > 0} />
      <Faults tried={tried} />
      <Views planId={plan.id} at={at['view'] ?? 'board'} />
      <View {...given} />
      {picked && <MoverSide {...given} teacherId={picked} onClose={() => setPicked(undefined)} />}
    </Page>
  )
}

/** What the draft comes to, asked anew at each step; while the answer is on its way the last one stands. */
function useTried(data: PlanData, draft: Draft): { tried: Tried; error: unknown } {
  const { plan, moves, schools, faults } = data
  const isChanged = changesIn(draft, moves) > 0
  const body = asBody(draft, moves)
  const { data: tried, error } = useQuery({
    ...asQuery(planApi.try, { params: { planId: plan.id }, body }),
    enabled: isChanged,
    placeholderData: keepPreviousData,
  })
  return {
    tried: isChanged && tried ? tried : { figures: plan.figures, faults, schools },
    error: isChanged ? error : null,
  }
}

function Views({ planId, at }: { planId: string; at: string }) {
  const t = useWords(boardWords)
  return (
    <nav className="season-tabs" aria-label={t('views')}>
      <ul>
        {tabs.map((one) => (
          <li key={one}>
            <Go to={places.rotationPlan(planId, one)} current={one === at} keepScroll>
              {t(one)}
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What comes next with a plan: to adopt it, or to let it go. */
function Acts({ data }: { data: PlanData }) {
  const { plan, adopted, can } = data
  return (
    <>
      {can.includes('adopt') && !plan.adopted && <AdoptAct plan={plan} adopted={adopted} isMain />}
      {can.includes('change') && plan.batchId === null && <Drop data={data} />}
    </>
  )
}

function Drop({ data: { plan, clusterId, schoolYear: year } }: { data: PlanData }) {
  const t = useWords(boardWords)
  const navigate = useNavigate()
  const drop = useAct(planApi.drop, {
    done: () => t('dropped', { number: plan.number }),
    then: () => void navigate(places.rotationSeason(clusterId, { year, tab: 'plans' }) as never),
  })
  return (
    <Button loading={drop.isPending} onClick={() => drop.mutate({ params: { planId: plan.id } })}>
      {t('drop')}
    </Button>
  )
}
