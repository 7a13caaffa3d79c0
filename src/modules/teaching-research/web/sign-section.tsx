import { Button } from 'antd'
import { useAct } from '#ui/act.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { signApi, type Event, type Sign } from '../event.contract.ts'
import type { Doing } from './event-page.tsx'
import { eventWords } from './event-words.ts'
import { momentInWords } from './moment.ts'
import { researchWords } from './research-words.ts'

/** Who came. */
export function SignSection({ event, onDo }: { event: Event; onDo: (what: Doing) => void }) {
  const t = useWords(eventWords)
  const r = useWords(researchWords)
  const columns = useColumns(event)
  const hasBegun = new Date(event.fromAt) <= new Date()
  return (
    <section className="research-section" aria-label={t('signHead')}>
      <h2>{t('signHead')}</h2>
      {event.status === '待开展' && <p className="quiet">{t('onPhone')}</p>}
      {event.recordFor.length > 0 && hasBegun && (
        <p className="research-tools">
          <Button onClick={() => onDo('record')}>{t('record')}</Button>
        </p>
      )}
      {event.signs > 0 ? <p>{t('signsOf', event)}</p> : <p>{t('noSigns')}</p>}
      {event.signList.some(({ person }) => person.masked) && <p className="quiet">{r('masked')}</p>}
      {event.signList.length > 0 && (
        <RuledTable caption={t('signHead')} quiet rows={event.signList} rowKey={({ id }) => id} columns={columns} />
      )}
    </section>
  )
}

function useColumns(event: Event): Column<Sign>[] {
  const t = useWords(eventWords)
  const acts: Column<Sign> = { key: 'acts', title: t('acts'), acts: true, cell: (sign) => <Drop event={event} sign={sign} /> } // prettier-ignore
  return [
    { key: 'teacher', title: t('teacher'), heads: true, className: 'still', cell: ({ person }) => person.name },
    { key: 'school', title: t('school'), cell: ({ person }) => person.school },
    { key: 'at', title: t('at'), className: 'still', cell: ({ at }) => momentInWords(at) },
    {
      key: 'way',
      title: t('way'),
      className: 'still',
      cell: ({ way, by }) => (by === null ? way : t('wayBy', { way, by })),
    },
    ...(event.signList.some(({ can }) => can.length > 0) ? [acts] : []),
  ]
}

function Drop({ event, sign }: { event: Event; sign: Sign }) {
  const t = useWords(eventWords)
  const drop = useAct(signApi.drop, { done: () => t('dropped') })
  if (!sign.can.includes('drop')) return null
  return (
    <Button
      type="link"
      size="small"
      aria-label={t('dropSign', sign.person)}
      onClick={() => drop.mutate({ params: { eventId: event.id, signId: sign.id } })}
    >
      {t('drop')}
    </Button>
  )
}
