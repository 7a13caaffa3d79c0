import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { OrganizationReply } from '../cluster.contract.ts'
import { dutyApi, type DutyLine } from '../duty.contract.ts'
import { organizationWords } from './organization-words.ts'
import { DutySide } from './sides.ts'

/** Whose turn it is for each stage, and whose it was. */
export function Duties({ cluster, today }: { cluster: OrganizationReply; today: string }) {
  const t = useWords(organizationWords)
  const [open, setOpen] = useState<DutyLine | 'new'>()
  const keeps = cluster.can.includes('keep')
  const again = useAct(dutyApi.add, { done: () => t('dutySaved') })
  const remove = useAct(dutyApi.remove, {
    done: (_, { params }) => {
      const { id: __, school: ___, ...body } = cluster.duties.find(({ id }) => id === params.dutyId)!
      return { text: t('dutyGone'), undo: () => again.mutate({ params: { unitId: cluster.id }, body }) }
    },
  })
  const drop = ({ id }: DutyLine) => remove.mutate({ params: { dutyId: id } })
  return (
    <section aria-labelledby="duties">
      <div className="section-head">
        <h2 id="duties">{t('duties')}</h2>
        <p>{t('dutiesLead')}</p>
      </div>
      <RuledTable
        caption={t('duties')}
        quiet
        rows={[...cluster.duties.map(rowOf), ...ofLedger(cluster, today)]}
        rowKey={({ id }) => id}
        rowClass={({ duty }) => (duty && duty.untilDay < today ? 'past' : undefined)}
        empty={t('noDuties')}
        columns={useColumns(today, keeps && cluster.duties.length > 0 ? { edit: setOpen, drop } : undefined)}
      />
      {keeps && (
        <p className="section-acts">
          <Button onClick={() => setOpen('new')}>{t('dutyAdd')}</Button>
        </p>
      )}
      <DutySide
        key={open === undefined || open === 'new' ? 'new' : open.id}
        cluster={cluster}
        duty={open === 'new' ? undefined : open}
        open={open !== undefined}
        today={today}
        onClose={() => setOpen(undefined)}
      />
    </section>
  )
}

/** A turn as the table shows it; without `duty` the ledger said it, and no days are registered. */
interface Turn {
  id: string
  stage: string
  school: string
  duty?: DutyLine
}

const rowOf = (duty: DutyLine): Turn => ({ id: duty.id, stage: duty.stage, school: duty.school, duty })

/** Who has a turn by the ledger alone. */
function ofLedger({ members, duties }: OrganizationReply, today: string): Turn[] {
  const running = duties.filter(({ fromDay, untilDay }) => fromDay <= today && today <= untilDay)
  return members
    .filter(({ role, schoolId }) => role === '轮值校' && !running.some((duty) => duty.schoolId === schoolId))
    .map(({ schoolId, name, stages }) => ({ id: `ledger ${schoolId}`, stage: stages.join('、') || '—', school: name }))
}

interface Acts {
  edit: (duty: DutyLine) => void
  drop: (duty: DutyLine) => void
}

function useColumns(today: string, acts: Acts | undefined): Column<Turn>[] {
  const t = useWords(organizationWords)
  const columns: Column<Turn>[] = [
    { key: 'stage', title: t('dutyStage'), heads: true, className: 'still', cell: ({ stage }) => stage },
    { key: 'school', title: t('school'), cell: ({ school }) => school },
    {
      key: 'days',
      title: t('dutyDays'),
      cell: ({ duty }) =>
        duty ? t('days', { from: dayInWords(duty.fromDay), until: dayInWords(duty.untilDay) }) : t('ofLedger'),
    },
    {
      key: 'now',
      title: <span className="unseen">{t('dutyNow')}</span>,
      cell: ({ duty }) => (!duty || (duty.fromDay <= today && duty.untilDay >= today)) && t('dutyNow'),
    },
  ]
  if (!acts) return columns
  const cell = ({ duty }: Turn) =>
    duty && (
      <span className="row-acts">
        <Button
          size="small"
          aria-label={`${t('dutyEdit')} ${duty.stage} ${duty.school}`}
          onClick={() => acts.edit(duty)}
        >
          {t('change_short')}
        </Button>
        <Button size="small" aria-label={`${t('remove')} ${duty.stage} ${duty.school}`} onClick={() => acts.drop(duty)}>
          {t('remove')}
        </Button>
      </span>
    )
  return [...columns, { key: 'acts', acts: true, title: <span className="unseen">{t('change_short')}</span>, cell }]
}
