import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { FactList } from '#ui/fact-list.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import type { Milestone } from '../milestone.contract.ts'
import { projectApi, type Member, type Project } from '../project.contract.ts'
import { MemberSection } from './member-section.tsx'
import { projectPlaces } from './project-places.ts'
import { projectWords } from './project-words.ts'
import { EndSide, LeaveSide, MemberSide, ProjectSide, ReachSide, StepSide } from './sides.ts'
import { StepSection } from './step-section.tsx'
import './projects.css'

/** What somebody is about to do. */
export type Doing =
  | { what: 'change' | 'end' | 'members' }
  | { what: 'leave'; member: Member }
  | { what: 'step'; step?: Milestone }
  | { what: 'reach'; step: Milestone }

/** A project: who works on it, its steps, and how far it has come. */
export default function ProjectPage() {
  const t = useWords(projectWords)
  const projectId = useParam('projectId')
  const [doing, setDoing] = useState<Doing>()
  const { data: project } = useSuspenseQuery(asQuery(projectApi.read, { params: { projectId } }))
  const { unit, unitId, title, can } = project
  const onClose = () => setDoing(undefined)
  return (
    <Page
      title={title}
      tag={project.sample && <SampleTag />}
      crumbs={[
        { text: unit, to: places.cluster(unitId) },
        { text: t('title'), to: projectPlaces.projects(unitId) },
      ]}
    >
      <div>
        {can.includes('lead') && (
          <div className="project-tools no-print">
            <Button onClick={() => setDoing({ what: 'change' })}>{t('change')}</Button>
            <Button onClick={() => setDoing({ what: 'end' })}>{t('end')}</Button>
          </div>
        )}
        <Facts project={project} />
        <StepSection project={project} onDo={setDoing} />
        <MemberSection project={project} onDo={setDoing} />
      </div>
      {doing?.what === 'change' && <ProjectSide unitId={unitId} project={project} onClose={onClose} />}
      {doing?.what === 'end' && <EndSide projectId={projectId} onClose={onClose} />}
      {doing?.what === 'members' && <MemberSide projectId={projectId} onClose={onClose} />}
      {doing?.what === 'leave' && <LeaveSide projectId={projectId} member={doing.member} onClose={onClose} />}
      {doing?.what === 'step' && <StepSide projectId={projectId} step={doing.step} onClose={onClose} />}
      {doing?.what === 'reach' && <ReachSide projectId={projectId} step={doing.step} onClose={onClose} />}
    </Page>
  )
}

function Facts({ project }: { project: Project }) {
  const t = useWords(projectWords)
  const { head, level, number, from, until, about } = project
  return (
    <>
      <FactList
        facts={[
          [t('state'), useStateWords(project)],
          [t('level'), level],
          ...(number ? [[t('number'), number] as const] : []),
          [t('head'), t('personOf', head)],
          [t('period'), t('periodOf', { from: dayInWords(from), until: dayInWords(until) })],
        ]}
      />
      {about !== '' && <p className="project-text">{about}</p>}
    </>
  )
}

/** With the day and the reason, where it has ended. */
function useStateWords({ state, endedOn, endedWhy: why }: Project): string {
  const t = useWords(projectWords)
  if (endedOn === null) return state
  const day = dayInWords(endedOn)
  return why ? t('endedWhy', { state, day, why }) : t('endedOn', { state, day })
}
