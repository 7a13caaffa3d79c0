import { Button } from 'antd'
import { dayInWords, momentInWords } from '#shared/day.ts'
import { weekdayName } from '#shared/week.ts'
import { useAct } from '#ui/act.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { venueApi, type ClosingLine, type Venue, type VenueLessonLine } from '../venue.contract.ts'
import { venueWords } from './venue-words.ts'

export function Closings({ venue, onAdd }: { venue: Venue; onAdd: () => void }) {
  const t = useWords(venueWords)
  const keeps = venue.can.includes('keep')
  const remove = useAct(venueApi.removeClosing, { done: () => t('closingGone') })
  if (venue.closings.length === 0 && !keeps) return null
  return (
    <section>
      <div className="section-head">
        <h2>{t('closingsTitle')}</h2>
        {keeps && <Button onClick={onAdd}>{t('addClosing')}</Button>}
      </div>
      {venue.closings.length === 0 ? (
        <p className="quiet">{t('noClosings')}</p>
      ) : (
        <RuledTable
          caption={t('closingsTitle')}
          quiet
          rows={venue.closings}
          rowKey={({ id }) => id}
          columns={[
            { key: 'when', title: t('when'), heads: true, cell: whenOf },
            { key: 'why', title: t('why'), cell: ({ why }) => why },
            ...(keeps
              ? [
                  {
                    key: 'acts',
                    title: t('acts'),
                    acts: true,
                    cell: (one: ClosingLine) => (
                      <Button
                        type="link"
                        size="small"
                        aria-label={t('takeBackOf', { when: whenOf(one) })}
                        onClick={() => remove.mutate({ params: { venueId: venue.id, closingId: one.id } })}
                      >
                        {t('takeBack')}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </section>
  )
}

const whenOf = ({ from, until }: ClosingLine): string =>
  `${momentInWords(new Date(from))} 至 ${momentInWords(new Date(until))}`

export function Equipment({ venue, onEdit }: { venue: Venue; onEdit: () => void }) {
  const t = useWords(venueWords)
  const keeps = venue.can.includes('keep')
  if (venue.equipment.length === 0 && !keeps) return null
  return (
    <section>
      <div className="section-head">
        <h2>{t('equipmentTitle')}</h2>
        {keeps && <Button onClick={onEdit}>{t('editEquipment')}</Button>}
      </div>
      <p className={venue.equipment.length === 0 ? 'quiet' : ''}>
        {venue.equipment.map((one) => thingInWords(one, t('lentOn'))).join('，') || t('noEquipment')}
      </p>
    </section>
  )
}

const thingInWords = ({ name, unit, stock, shared }: Venue['equipment'][number], lentOn: string): string =>
  `${name} ${stock} ${unit}${shared ? `（${lentOn}）` : ''}`

interface LessonsGiven {
  venue: Venue
  onEdit: () => void
  onFile: () => void
}

export function Lessons({ venue, onEdit, onFile }: LessonsGiven) {
  const t = useWords(venueWords)
  const keeps = venue.can.includes('keep')
  if (venue.schoolId === null) return null
  return (
    <section>
      <div className="section-head">
        <h2>{t('lessonsTitle')}</h2>
        {keeps && <Button onClick={onEdit}>{t('editLessons')}</Button>}
        {keeps && <Button onClick={onFile}>{t('lessonFile')}</Button>}
        <p>{t('lessonsLead')}</p>
      </div>
      {venue.lessons.length === 0 ? (
        <p className="quiet">{t('noLessons')}</p>
      ) : (
        <ul>
          {venue.lessons.map((lesson) => (
            <li key={lesson.id}>{lessonInWords(lesson)}</li>
          ))}
        </ul>
      )}
    </section>
  )
}

const lessonInWords = ({ weekday, fromTime, untilTime, weeks, what, fromDay, untilDay }: VenueLessonLine): string =>
  `${weekdayName(weekday)} ${fromTime}–${untilTime}${weeks === '每周' ? '' : `（${weeks}）`}${what ? `，${what}` : ''}，${dayInWords(fromDay)}至${dayInWords(untilDay)}`
