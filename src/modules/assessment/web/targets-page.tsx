import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { later } from '#ui/later.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { concernApi } from '../concern.contract.ts'
import { forecastApi } from '../forecast.contract.ts'
import { targetApi } from '../target.contract.ts'
import './cockpit.css'
import './figure.css'
import { Concerns } from './concerns.tsx'
import { Forecasts } from './forecasts.tsx'
import type { Editing } from './goal-editor.tsx'
import { OwnGoals } from './own-goals.tsx'
import { RuleSets } from './rule-sets.tsx'
import { TargetAxis } from './target-axis.tsx'
import { targetWords } from './target-words.ts'
import './targets.css'

/** Fetched when something is to be changed: most come to read. */
const GoalEditor = later(async () => (await import('./goal-editor.tsx')).GoalEditor)

export type TargetsData = Received<typeof targetApi.read>

/** What is asked of a cluster, year by year and rule by rule, and what it wants itself. */
export default function TargetsPage() {
  const t = useWords(targetWords)
  const unitId = Number(useParam('unitId'))
  const given = { params: { unitId } }
  const { data } = useSuspenseQuery(asQuery(targetApi.read, given))
  const { data: told } = useSuspenseQuery(asQuery(concernApi.list, given))
  const { data: forecast } = useSuspenseQuery(asQuery(forecastApi.list, given))
  const [editing, setEditing] = useState<Editing>()
  const { unit, years } = data
  const may = data.can.includes('setTargets')
  const own = t(unit.kind === 'group' ? 'ownOf_group' : 'ownOf_cluster')
  return (
    <Page
      className="targets"
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      lead={t('lead', { from: years[0], to: years.at(-1), own })}
      acts={
        may && (
          <Button type="primary" onClick={() => setEditing({ act: 'set' })}>
            {t('set')}
          </Button>
        )
      }
    >
      <Concerns concerns={told.concerns} unitId={unitId} may={may} />
      <TargetAxis data={data} />
      <RuleSets data={data} />
      <OwnGoals data={data} onAct={setEditing} />
      <Forecasts data={forecast} unitId={unitId} />
      {editing && <GoalEditor data={data} editing={editing} onClose={() => setEditing(undefined)} />}
    </Page>
  )
}
