import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { useAct } from '#ui/act.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { aidApi, AidFields, type Aid } from '../aid.contract.ts'
import { isUrgent } from '../aid.rules.ts'
import { aidName } from './aid-name.ts'
import { EvidenceLines } from './evidence-lines.tsx'
import { schoolWords } from './school-words.ts'
import { AidSide } from './sides.ts'

interface Given {
  schoolId: number
  aids: readonly Aid[]
  keeps: boolean
}

/** The defibrillators and trainings of a school, each with how it stands today. */
export function AidPart({ schoolId, aids, keeps }: Given) {
  const t = useWords(schoolWords)
  const [open, setOpen] = useState<Aid | 'new'>()
  const columns: Column<Aid>[] = [
    { key: 'which', title: t('which'), heads: true, cell: aidName },
    { key: 'people', title: t('people'), className: 'still', cell: ({ people }) => (people === null ? '—' : t('trainedOf', { n: people })) }, // prettier-ignore
    { key: 'from', title: t('from'), className: 'still', cell: ({ fromDay }) => dayInWords(fromDay) },
    { key: 'until', title: t('until'), className: 'still', cell: ({ untilDay }) => dayInWords(untilDay) },
    { key: 'checked', title: t('checked'), className: 'still', cell: ({ checkedOn }) => (checkedOn === null ? '—' : dayInWords(checkedOn)) }, // prettier-ignore
    {
      key: 'state',
      title: t('state'),
      className: 'still',
      cell: ({ state }) => <span className={isUrgent(state) ? 'service-late' : ''}>{state}</span>,
    },
    ...(aids.some(({ files }) => files.length > 0)
      ? [{ key: 'files', title: t('files'), cell: ({ files }: Aid) => (files.length > 0 ? <EvidenceLines files={files} /> : '—') }] // prettier-ignore
      : []),
    ...(keeps
      ? [
          {
            key: 'acts',
            title: t('acts'),
            acts: true,
            cell: (aid: Aid) => <Acts schoolId={schoolId} aid={aid} onEdit={setOpen} />,
          },
        ]
      : []),
  ]
  return (
    <section className="service-part">
      <div className="section-head">
        <h2>{t('aids')}</h2>
        {keeps && <Button onClick={() => setOpen('new')}>{t('add')}</Button>}
      </div>
      <p className="quiet">{t('aidsLead')}</p>
      {aids.length === 0 ? (
        <p className="quiet">{t('noAids')}</p>
      ) : (
        <RuledTable caption={t('aids')} quiet rows={[...aids]} rowKey={({ id }) => id} columns={columns} />
      )}
      {open && (
        <AidSide schoolId={schoolId} aid={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </section>
  )
}

interface ActsGiven {
  schoolId: number
  aid: Aid
  onEdit: (aid: Aid) => void
}

function Acts({ schoolId, aid, onEdit }: ActsGiven) {
  const t = useWords(schoolWords)
  const name = aidName(aid)
  const again = useAct(aidApi.add, { done: () => t('savedAid') })
  const body = () => ({ ...AidFields.parse(aid), evidenceIds: aid.files.map(({ id }) => id) })
  const undo = () => again.mutate({ params: { unitId: schoolId }, body: body() })
  const drop = useAct(aidApi.drop, { done: () => ({ text: t('dropped', { name }), undo }) })
  return (
    <span className="row-acts">
      <Button size="small" aria-label={t('editAid', { name })} onClick={() => onEdit(aid)}>
        {t('edit')}
      </Button>
      <Button
        size="small"
        aria-label={t('dropAid', { name })}
        loading={drop.isPending}
        onClick={() => drop.mutate({ params: { aidId: aid.id } })}
      >
        {t('drop')}
      </Button>
    </span>
  )
}
