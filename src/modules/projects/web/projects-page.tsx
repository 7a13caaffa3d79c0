import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { dayInWords } from '#shared/day.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { projectApi, type ProjectLine } from '../project.contract.ts'
import { projectPlaces } from './project-places.ts'
import { projectWords } from './project-words.ts'
import { ProjectSide } from './sides.ts'
import './projects.css'

/** The projects of a cluster, those that go on first. */
export default function ProjectsPage() {
  const t = useWords(projectWords)
  const unitId = Number(useParam('unitId'))
  const [isAdding, setAdding] = useState(false)
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const { data } = useSuspenseQuery(asQuery(projectApi.list, { params: { unitId } }))
  const { projects, may, self } = data
  const inState = (state: ProjectLine['state']) => projects.filter((project) => project.state === state).length
  const late = inState('有逾期')
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      {...(projects.length > 0 && { lead: t('lead', { n: projects.length, open: inState('在研') + late, late }) })}
      acts={
        may && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )
      }
    >
      {projects.length === 0 ? (
        <Empty title={t('none')}>{may && <p>{t('noneLead')}</p>}</Empty>
      ) : (
        <Register projects={projects} />
      )}
      {isAdding && <ProjectSide unitId={unitId} self={self} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function Register({ projects }: { projects: ProjectLine[] }) {
  const t = useWords(projectWords)
  return (
    <RuledTable
      caption={t('list')}
      quiet
      rows={projects}
      rowKey={({ id }) => id}
      columns={[
        { key: 'title', title: t('name'), heads: true, cell: ({ id, title }) => <Go to={projectPlaces.project(id)}>{title}</Go> }, // prettier-ignore
        { key: 'level', title: t('level'), className: 'still', cell: ({ level }) => level },
        { key: 'head', title: t('head'), cell: ({ head }) => t('personOf', head) },
        { key: 'period', title: t('period'), cell: ({ from, until }) => t('periodOf', { from: dayInWords(from), until: dayInWords(until) }) }, // prettier-ignore
        { key: 'next', title: t('next'), cell: (project) => <Next project={project} /> },
        { key: 'state', title: t('state'), className: 'still', cell: ({ state }) => state },
      ]}
    />
  )
}

function Next({ project: { next } }: { project: ProjectLine }) {
  const t = useWords(projectWords)
  if (!next) return '—'
  if (next.isLate) return <span className="project-late">{t('lateOf', next)}</span>
  return t('nextOf', { title: next.title, day: dayInWords(next.dueOn) })
}
