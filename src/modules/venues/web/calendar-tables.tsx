import { Button } from 'antd'
import { dayInWords } from '#shared/day.ts'
import { weekdayName, weekdayOf } from '#shared/week.ts'
import { useAct } from '#ui/act.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { calendarApi, type CalendarTerm, type SpecialDayLine } from '../calendar.contract.ts'
import { termName } from '../calendar.rules.ts'
import type { Calendar } from './calendar-page.tsx'
import type { FirstDay } from './calendar-sides.tsx'
import { useTold } from './calendar-told.ts'
import { calendarWords } from './calendar-words.ts'

interface Given {
  unitId: number
  data: Calendar
}

/** When the terms of this school year and of the next begin and end, and by what. */
export function Terms({ unitId, data, onTerm }: Given & { onTerm: (term: CalendarTerm) => void }) {
  const t = useWords(calendarWords)
  const told = useTold()
  const drop = useAct(calendarApi.dropTerm, {
    done: ({ clashes }, { body }) => told('dropped', termName(body), clashes),
  })
  const acts: Column<CalendarTerm> = {
    key: 'acts',
    title: t('acts'),
    acts: true,
    cell: (one) => (
      <TermActs
        term={one}
        onChange={() => onTerm(one)}
        onDrop={() => drop.mutate({ params: { unitId }, body: { schoolYear: one.schoolYear, term: one.term } })}
      />
    ),
  }
  return (
    <section>
      <h2>{t('terms')}</h2>
      <RuledTable
        caption={t('terms')}
        quiet
        rows={data.terms}
        rowKey={termName}
        columns={[
          { key: 'term', title: t('term'), heads: true, className: 'still', cell: termName },
          {
            key: 'span',
            title: t('span'),
            cell: ({ from, until }) => (from && until ? `${dayInWords(from)}至${dayInWords(until)}` : t('notSaid')),
          },
          { key: 'source', title: t('source'), className: 'wide', cell: ({ source }) => source ?? '—' },
          ...(data.can.includes('keep') ? [acts] : []),
        ]}
      />
    </section>
  )
}

interface TermDoes {
  term: CalendarTerm
  onChange: () => void
  onDrop: () => void
}

function TermActs({ term: one, onChange, onDrop }: TermDoes) {
  const t = useWords(calendarWords)
  const term = termName(one)
  return (
    <span className="row-acts">
      <Button type="link" size="small" aria-label={t(one.from ? 'changeOf' : 'recordOf', { term })} onClick={onChange}>
        {t(one.from ? 'change' : 'record')}
      </Button>
      {one.recorded && (
        <Button type="link" size="small" aria-label={t('dropOf', { term })} onClick={onDrop}>
          {t('drop')}
        </Button>
      )}
    </span>
  )
}

/** The days from today on that are not what the calendars say. */
export function Specials({ unitId, data, onDay }: Given & { onDay: (day: FirstDay) => void }) {
  const t = useWords(calendarWords)
  const told = useTold()
  const drop = useAct(calendarApi.dropDay, {
    done: ({ clashes }, { body }) => told('dropped', dayInWords(body.day), clashes),
  })
  const acts: Column<SpecialDayLine> = {
    key: 'acts',
    title: t('acts'),
    acts: true,
    cell: (one) => (
      <span className="row-acts">
        <Button
          type="link"
          size="small"
          aria-label={t('changeOf', { term: dayInWords(one.day) })}
          onClick={() => onDay(one)}
        >
          {t('change')}
        </Button>
        <Button
          type="link"
          size="small"
          aria-label={t('dropOf', { term: dayInWords(one.day) })}
          onClick={() => drop.mutate({ params: { unitId }, body: { day: one.day } })}
        >
          {t('drop')}
        </Button>
      </span>
    ),
  }
  return (
    <section>
      <h2>{t('specials')}</h2>
      <RuledTable
        caption={t('specials')}
        quiet
        rows={data.specials}
        rowKey={({ day }) => day}
        empty={t('noSpecials')}
        columns={[
          { key: 'day', title: t('day'), heads: true, className: 'still', cell: ({ day }) => dayInWords(day) },
          { key: 'kind', title: t('kind'), cell: ({ kind }) => kind },
          {
            key: 'follows',
            title: t('follows'),
            cell: ({ day, kind, follows }) => {
              if (kind !== '上学日') return '—'
              return follows ? weekdayName(follows) : t(weekdayOf(day) > 5 ? 'notSettled' : 'own')
            },
          },
          { key: 'words', title: t('words'), className: 'wide', cell: ({ words }) => words || '—' },
          ...(data.can.includes('keep') ? [acts] : []),
        ]}
      />
    </section>
  )
}
