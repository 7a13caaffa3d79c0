import { Button } from 'antd'
import { sizeInWords } from '#modules/files/file.contract.ts'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { addressOf, call } from '#ui/api.ts'
import { FileLine } from '#ui/file-line.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { milestoneApi, type Milestone } from '../milestone.contract.ts'
import type { Project } from '../project.contract.ts'
import type { Doing } from './project-page.tsx'
import { projectWords } from './project-words.ts'

/** The steps of a project by their days, and what shows that they were reached. */
export function StepSection({ project, onDo }: { project: Project; onDo: (what: Doing) => void }) {
  const t = useWords(projectWords)
  const leads = project.can.includes('lead')
  const columns = useColumns(project)
  const acts: Column<Milestone> = {
    key: 'acts',
    title: t('acts'),
    acts: true,
    cell: (step) => step.doneOn === null && <StepActs projectId={project.id} step={step} onDo={onDo} />,
  }
  return (
    <section className="project-section" aria-label={t('milestones')}>
      <h2>{t('milestones')}</h2>
      <p className="quiet">{t('milestonesWho')}</p>
      {leads && (
        <div className="project-tools no-print">
          <Button onClick={() => onDo({ what: 'step' })}>{t('addStep')}</Button>
        </div>
      )}
      <RuledTable
        caption={t('milestones')}
        quiet
        rows={project.milestones}
        rowKey={({ id }) => id}
        columns={leads ? [...columns, acts] : columns}
      />
    </section>
  )
}

function useColumns({ id: projectId, endedOn }: Project): Column<Milestone>[] {
  const t = useWords(projectWords)
  return [
    { key: 'title', title: t('milestone'), heads: true, cell: ({ title }) => title },
    { key: 'due', title: t('due'), className: 'still', cell: ({ dueOn }) => dayInWords(dueOn) },
    {
      key: 'state',
      title: t('state'),
      className: 'still',
      cell: ({ doneOn, isLate }) => {
        if (doneOn !== null) return t('doneOn', { day: dayInWords(doneOn) })
        if (isLate) return <span className="project-late">{t('late')}</span>
        return endedOn === null ? t('waiting') : t('unreached')
      },
    },
    { key: 'proof', title: t('proof'), cell: (step) => <Proof projectId={projectId} step={step} /> },
  ]
}

function Proof({ projectId, step: { id: milestoneId, proof } }: { projectId: string; step: Milestone }) {
  if (!proof) return '—'
  const { words, address, file } = proof
  const params = { projectId, milestoneId }
  return (
    <div className="project-proof">
      {words !== '' && <p>{words}</p>}
      {address !== null && (
        <a href={address} target="_blank" rel="noreferrer">
          {address}
        </a>
      )}
      {file && (
        <FileLine
          title={file.name}
          file={file}
          size={sizeInWords(file.bytes)}
          href={addressOf(milestoneApi.file, { params })}
          text={() => call(milestoneApi.text, { params })}
        />
      )}
    </div>
  )
}

interface Given {
  projectId: string
  step: Milestone
  onDo: (what: Doing) => void
}

function StepActs({ projectId, step, onDo }: Given) {
  const t = useWords(projectWords)
  const drop = useAct(milestoneApi.drop, { done: () => t('dropped') })
  return (
    <>
      <Button type="link" size="small" aria-label={t('reachOf', step)} onClick={() => onDo({ what: 'reach', step })}>
        {t('reach')}
      </Button>
      <Button
        type="link"
        size="small"
        aria-label={t('changeStepOf', step)}
        onClick={() => onDo({ what: 'step', step })}
      >
        {t('changeStep')}
      </Button>
      <Button
        type="link"
        size="small"
        aria-label={t('dropOf', step)}
        onClick={() => drop.mutate({ params: { projectId, milestoneId: step.id } })}
      >
        {t('drop')}
      </Button>
    </>
  )
}
