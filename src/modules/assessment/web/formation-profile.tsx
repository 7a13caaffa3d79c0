import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Received } from '#ui/api.ts'
import type { formationApi, FormationSchool, HeldAgainst } from '../formation.contract.ts'
import { formationWords } from './formation-words.ts'
import { barsInWords, ownInWords } from './held-words.ts'

type Formation = Received<typeof formationApi.read>

interface Given {
  school: FormationSchool
  formation: Formation
  year: number
}

/** One school of the formation: what it is, how it stands, what it gives and takes. */
export function FormationProfile({ school, formation, year }: Given) {
  const t = useWords(formationWords)
  const { id, role, kind, pupils, teachers, backbone } = school
  return (
    <div className="formation-profile">
      <p className="quiet">{[role, kind].filter(Boolean).join('，')}</p>
      <dl className="facts">
        <Fact title={t('pupils')} value={pupils} />
        <Fact title={t('teachers')} value={teachers} />
        <Fact title={t('backbone')} value={backbone} />
      </dl>
      <Standing school={school} held={formation.held} schools={formation.schools.length} year={year} />
      <Exchange formation={formation} schoolId={id} side="from" />
      <Exchange formation={formation} schoolId={id} side="to" />
      <p className="links">
        <Go to={places.school(id, { year })}>{t('toSchool')}</Go>
        <Go to={places.unit(id, year)}>{t('toFigures')}</Go>
      </p>
    </div>
  )
}

const Fact = ({ title, value }: { title: string; value: number | null }) => (
  <div>
    <dt>{title}</dt>
    <dd>{inFigures(value)}</dd>
  </div>
)

interface StandingGiven {
  school: FormationSchool
  held: HeldAgainst[]
  /** Of a count, each of so many schools owes its part. */
  schools: number
  year: number
}

function Standing({ school: { id, figures }, held, schools, year }: StandingGiven) {
  const t = useWords(formationWords)
  return (
    <RuledTable
      caption={t('held')}
      rows={held}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'name',
          title: t('figure'),
          heads: true,
          cell: ({ code, name }) => <Go to={places.figure({ unitId: id, code, year })}>{name}</Go>,
        },
        {
          key: 'own',
          title: t('own'),
          numeric: true,
          cell: ({ code, unit }) => ownInWords(figures[code]?.value, unit),
        },
        { key: 'lack', title: t('lack'), numeric: true, cell: ({ code }) => percent(figures[code]?.lack ?? null) },
        {
          key: 'target',
          title: t('target'),
          className: 'bars',
          cell: (one) => <Bars held={one} schools={schools} />,
        },
      ]}
    />
  )
}

/** The bar that counts; below it, those that ask for less. */
function Bars({ held, schools }: { held: HeldAgainst; schools: number }) {
  const t = useWords(formationWords)
  const { counting, other } = barsInWords(held)
  return (
    <>
      {held.kind === 'count' ? t('shared', { target: counting, n: schools }) : counting}
      {other && <small className="other-bars">{t('otherBars', { bars: other })}</small>}
    </>
  )
}

/** 12.5%; — where nothing can be told. */
export const percent = (share: number | null): string => (share === null ? '—' : `${inFigures(share * 100, 1)}%`)

interface ExchangeGiven {
  formation: Formation
  schoolId: number
  /** 'from': what the school gives. */
  side: 'from' | 'to'
}

function Exchange({ formation: { flows, schools, others }, schoolId, side }: ExchangeGiven) {
  const t = useWords(formationWords)
  const names = new Map([...schools, ...others].map(({ id, name }) => [id, name]))
  const other = side === 'from' ? 'to' : 'from'
  const rows = flows.flatMap(({ name, title, unit, links }) =>
    links
      .filter((link) => link[side] === schoolId)
      .map((link) => ({ key: `${name}-${link[other]}`, title, unit, school: names.get(link[other]) ?? '', ...link })),
  )
  const title = t(side === 'from' ? 'gives' : 'takes')
  if (rows.length === 0) return <p className="quiet">{t(side === 'from' ? 'nothingGiven' : 'nothingTaken')}</p>
  return (
    <RuledTable
      caption={title}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'what', title, heads: true, cell: (row) => row.title },
        { key: 'school', title: t('name'), cell: ({ school }) => school },
        { key: 'weight', title: '', numeric: true, cell: ({ weight, unit }) => t('amount', { weight, unit }) },
      ]}
    />
  )
}
