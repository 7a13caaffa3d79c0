import { useSuspenseQuery } from '@tanstack/react-query'
import { dayInWords } from '#shared/day.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { momentOf } from '#ui/time.ts'
import { useWords } from '#ui/words.ts'
import { handInApi, type AskedOfSchool } from '../hand-in.contract.ts'
import { FileDrop } from './file-drop.tsx'
import './import.css'
import { ImportAtHand } from './import-at-hand.tsx'
import { ownHandInWords } from './own-hand-in-words.ts'
import { useImport } from './use-import.ts'
import { importWords } from './words.ts'

/** A school's own page: what is asked of it, and its ledger on the way in. The import at hand stands in the address. */
export default function OwnHandInPage() {
  const t = useWords(ownHandInWords)
  const schoolId = Number(useParam('schoolId'))
  const [{ id }, go] = useAddress()
  const { data: school } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId: schoolId } }))
  const { data } = useSuspenseQuery(asQuery(handInApi.read, { params: { unitId: schoolId } }))
  const { one, keep } = useImport(id)
  const own = places.ownHandIn(schoolId)
  return (
    <Page
      title={t('title')}
      tag={school.sample && <SampleTag />}
      crumbs={[{ text: school.name, to: places.school(schoolId) }]}
      lead={t('lead')}
    >
      {id !== undefined && (
        <>
          <p>
            <Go to={own}>{t('back')}</Go>
          </p>
          <ProblemNote error={one.error} />
          {one.data && (
            <ImportAtHand one={one.data} unitId={one.data.clusterId ?? schoolId} onChanged={keep} again={own} />
          )}
        </>
      )}
      {data.calls.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('noneLead')}</p>
        </Empty>
      )}
      {data.calls.map((asked) => (
        <Asked
          key={asked.id}
          asked={asked}
          schoolId={schoolId}
          current={id}
          onSent={(sent) => {
            keep(sent)
            go({ id: sent.id })
          }}
        />
      ))}
    </Page>
  )
}

interface Given {
  asked: AskedOfSchool
  schoolId: number
  current: string | undefined
  onSent: Parameters<typeof FileDrop>[0]['onSent']
}

function Asked({ asked, schoolId, current, onSent }: Given) {
  const t = useWords(ownHandInWords)
  const { id, clusterId, clusterName, schoolYear, dueOn, state, lacking, note, sheets, closedAt, sent } = asked
  const returned = state === 'returned' ? sent.find(({ verdict }) => verdict === 'returned') : undefined
  const due = t(state === 'overdue' ? 'overdue' : 'due', { day: dayInWords(dueOn) })
  return (
    <section className="asked" aria-labelledby={`call-${id}`}>
      <h2 id={`call-${id}`} className="section-head">
        {t('asked', { cluster: clusterName, year: schoolYear })}
      </h2>
      <p>
        <strong>{t(`state_${state}`)}</strong>
        {state !== 'accepted' && `，${due}`}
      </p>
      {state === 'partial' && <p className="bad">{t('lacking', { n: lacking.length, sheets: lacking.join('、') })}</p>}
      {returned?.verdictReason && <p className="bad">{t('why', { reason: returned.verdictReason })}</p>}
      <p>{t('sheets', { sheets: sheets.join('、') })}</p>
      {note && <p>{note}</p>}
      {closedAt !== null ? (
        <p>{t('closed')}</p>
      ) : (
        current === undefined && (
          <FileDrop unitId={clusterId} onSent={onSent} answers={{ schoolId, callId: id, year: schoolYear }} />
        )
      )}
      <Sent sent={sent} schoolId={schoolId} current={current} />
    </section>
  )
}

function Sent({ sent, schoolId, current }: Pick<AskedOfSchool, 'sent'> & Pick<Given, 'schoolId' | 'current'>) {
  const t = useWords(ownHandInWords)
  const w = useWords(importWords)
  return (
    <RuledTable
      caption={t('sent')}
      rows={sent}
      rowKey={({ id }) => id}
      rowClass={({ id }) => (id === current ? 'picked' : undefined)}
      empty={t('noneSent')}
      columns={[
        {
          key: 'file',
          title: t('file'),
          heads: true,
          cell: ({ id, fileName }) => <Go to={places.ownHandIn(schoolId, id)}>{fileName}</Go>,
        },
        { key: 'result', title: t('result'), className: 'still', cell: ({ status }) => w(`status_${status}`) },
        { key: 'open', title: t('openRows'), numeric: true, cell: ({ openRows }) => openRows || '—' },
        { key: 'who', title: t('who'), className: 'still', cell: ({ actorName }) => actorName },
        {
          key: 'when',
          title: t('when'),
          className: 'still',
          cell: ({ startedAt }) => <time dateTime={startedAt}>{t('moment', { ...momentOf(startedAt) })}</time>,
        },
      ]}
    />
  )
}
