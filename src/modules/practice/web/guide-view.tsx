import { useMemo } from 'react'
import { dayInWords } from '#shared/day.ts'
import { useAddress } from '#ui/address.ts'
import { MapFrame } from '#ui/map-frame.tsx'
import { Picker } from '#ui/picker.tsx'
import { withoutCommon, type MapPoint } from '#ui/place.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { Base, GuideContent } from '../guide.contract.ts'
import { byTheme, guideStages, inSchools, isFor, type Theme } from '../guide.rules.ts'
import { guideWords } from './guide-words.ts'
import { markOf } from './layers.ts'
import './practice.css'
import { MapLinks } from './spot.tsx'

/** The guide on screen: where the bases are, and each by theme; narrowed to a stage or a theme. */
export function GuideView({ content, tiles }: { content: GuideContent; tiles: string | null }) {
  const t = useWords(guideWords)
  const [{ stage, theme }, go] = useAddress()
  const { bases, preface, contact } = content
  const shown = useMemo(
    () => bases.filter((base) => (!stage || isFor(base, stage)) && (!theme || base.themes.includes(theme))),
    [bases, stage, theme],
  )
  const points = useMemo(() => pointsOf(shown), [shown])
  const themes = [...new Set(bases.flatMap((base) => base.themes))]
  const asOptions = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  if (bases.length === 0) return <p>{t('none')}</p>
  return (
    <div className="guide">
      {preface
        .split(/\n+/)
        .filter(Boolean)
        .map((line, n) => (
          <p key={n}>{line}</p>
        ))}
      {contact && <p>{t('ask', { contact })}</p>}
      <div className="filters no-print">
        <Picker
          label={t('stage')}
          all={t('allStages')}
          value={stage}
          options={asOptions(guideStages)}
          onPick={(value) => go({ stage: value })}
        />
        <Picker
          label={t('theme')}
          all={t('allThemes')}
          value={theme}
          options={asOptions(themes)}
          onPick={(value) => go({ theme: value })}
        />
      </div>
      {points.length > 0 && (
        <section aria-label={t('map')} className="no-print">
          <MapFrame
            points={points}
            onOpen={(id) => document.getElementById(`base-${id}`)?.scrollIntoView()}
            tiles={tiles}
            small
          />
        </section>
      )}
      {shown.length === 0 && <p>{t('filtered')}</p>}
      {byTheme(shown).map((one) => (
        <ThemePart key={one.theme} theme={one} />
      ))}
      <SchoolBases bases={inSchools(shown)} />
    </div>
  )
}

function ThemePart({ theme: { theme, bases, also } }: { theme: Theme }) {
  const t = useWords(guideWords)
  return (
    <section className="guide-theme">
      <h2>{theme}</h2>
      {bases.map((base) => (
        <BaseEntry key={base.id} base={base} />
      ))}
      {also.length > 0 && <p className="quiet">{t('also', { names: also.map(({ name }) => name).join('、') })}</p>}
    </section>
  )
}

/** What lies inside schools is booked here. */
function SchoolBases({ bases }: { bases: Base[] }) {
  const t = useWords(guideWords)
  if (bases.length === 0) return null
  return (
    <section className="guide-theme">
      <h2>{t('inSchools')}</h2>
      <p className="quiet">{t('inSchoolsLead')}</p>
      <RuledTable
        caption={t('inSchools')}
        quiet
        rows={bases}
        rowKey={({ id }) => id}
        columns={[
          { key: 'school', title: t('school'), heads: true, cell: ({ school }) => school },
          { key: 'name', title: t('place'), cell: ({ name }) => name },
          { key: 'kind', title: t('kind'), cell: ({ kind }) => kind },
          { key: 'stages', title: t('stages'), cell: ({ stages }) => stages.join('、') || t('everyStage') },
        ]}
      />
    </section>
  )
}

function BaseEntry({ base }: { base: Base }) {
  const t = useWords(guideWords)
  const { id, name, kind, stages, address, about, longitude, latitude, agreementUntil } = base
  const facts = [
    [t('kind'), kind],
    [t('stages'), stages.join('、') || t('everyStage')],
    [t('address'), address],
    [t('person'), <Contact key="person" base={base} />],
    [t('howToVisit'), base.howToVisit],
    [t('safety'), base.safety],
    [t('access'), base.access],
    [t('agreement'), agreementUntil ? t('until', { day: dayInWords(agreementUntil) }) : ''],
  ] as const
  return (
    <article id={`base-${id}`} className="base">
      <h3>{name}</h3>
      {about && <p>{about}</p>}
      <dl>
        {facts
          .filter(([what, words]) => words && (what !== t('person') || base.contactName || base.contactPhone))
          .map(([what, words]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{words}</dd>
            </div>
          ))}
      </dl>
      {longitude !== null && latitude !== null && (
        <p className="acts no-print">
          <MapLinks name={name} longitude={longitude} latitude={latitude} />
        </p>
      )}
    </article>
  )
}

/** A number that a phone calls when it is pressed. */
const Contact = ({ base: { contactName, contactPhone } }: { base: Base }) => (
  <>
    {contactName}
    {contactName && contactPhone && '，'}
    {contactPhone && <a href={`tel:${contactPhone.replace(/[^\d+]/g, '')}`}>{contactPhone}</a>}
  </>
)

function pointsOf(bases: readonly Base[]): MapPoint[] {
  const points = bases.flatMap(({ id, name, kind, school, longitude, latitude }) =>
    longitude === null || latitude === null
      ? []
      : [
          {
            id,
            name: school ? `${school.replace(/[（(].*[）)]$/, '')} ${name}` : name,
            longitude,
            latitude,
            mark: markOf(kind, !school),
          },
        ],
  )
  const names = withoutCommon(points.map(({ name }) => name))
  return points.map((point, n) => ({ ...point, name: names[n]! }))
}
