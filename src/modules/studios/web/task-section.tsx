import { Button } from 'antd'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { addressOf, call } from '#ui/api.ts'
import { FileLine } from '#ui/file-line.tsx'
import { Go } from '#ui/go.tsx'
import { placeAt } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { sizeInWords } from '#modules/files/file.contract.ts'
import type { Studio } from '../studio.contract.ts'
import { taskApi, type Task } from '../task.contract.ts'
import type { Doing } from './studio-page.tsx'
import { studioWords } from './studio-words.ts'

/** What a studio means to do in a school year, and what shows that it did. */
export function TaskSection({ studio, onDo }: { studio: Studio; onDo: (what: Doing) => void }) {
  const t = useWords(studioWords)
  const { year, plan } = studio
  const leads = studio.can.includes('host')
  const columns = useColumns(studio.id)
  const acts: Column<Task> = {
    key: 'acts',
    title: t('acts'),
    acts: true,
    cell: (task) => task.doneOn === null && <TaskActs studioId={studio.id} task={task} onDo={onDo} />,
  }
  return (
    <section className="studio-section" aria-label={t('plan', { year })}>
      <h2>{t('plan', { year })}</h2>
      {leads && (
        <div className="studio-tools no-print">
          <Button type="primary" onClick={() => onDo({ what: 'task' })}>
            {t('addTask')}
          </Button>
        </div>
      )}
      {plan.length === 0 ? (
        <p>{t('noPlan')}</p>
      ) : (
        <RuledTable
          caption={t('plan', { year })}
          quiet
          rows={plan}
          rowKey={({ id }) => id}
          columns={leads ? [...columns, acts] : columns}
        />
      )}
    </section>
  )
}

function useColumns(studioId: string): Column<Task>[] {
  const t = useWords(studioWords)
  return [
    { key: 'what', title: t('what'), heads: true, cell: ({ what }) => what },
    { key: 'due', title: t('due'), className: 'still', cell: ({ dueOn }) => dayInWords(dueOn) },
    {
      key: 'state',
      title: t('state'),
      className: 'still',
      cell: ({ doneOn, isLate }) => {
        if (doneOn !== null) return t('doneOn', { day: dayInWords(doneOn) })
        return isLate ? <span className="studio-late">{t('late')}</span> : t('waiting')
      },
    },
    { key: 'proof', title: t('proof'), cell: (task) => <Proof studioId={studioId} task={task} /> },
  ]
}

function Proof({ studioId, task: { id: taskId, proof } }: { studioId: string; task: Task }) {
  if (!proof) return '—'
  const { kind, title, address, file } = proof
  if (file) {
    const params = { studioId, taskId }
    const given = { title, file, size: sizeInWords(file.bytes), href: addressOf(taskApi.file, { params }) }
    return <FileLine {...given} text={() => call(taskApi.text, { params })} />
  }
  if (!address) return title
  if (address.startsWith('/')) return <Go to={placeAt(address)}>{`${kind}：${title}`}</Go>
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {title}
    </a>
  )
}

function TaskActs({ studioId, task, onDo }: { studioId: string; task: Task; onDo: (what: Doing) => void }) {
  const t = useWords(studioWords)
  const drop = useAct(taskApi.drop, { done: () => t('dropped') })
  return (
    <>
      <Button type="link" size="small" aria-label={t('finishOf', task)} onClick={() => onDo({ what: 'finish', task })}>
        {t('finish')}
      </Button>
      <Button
        type="link"
        size="small"
        aria-label={t('dropOf', task)}
        onClick={() => drop.mutate({ params: { studioId, taskId: task.id } })}
      >
        {t('drop')}
      </Button>
    </>
  )
}
