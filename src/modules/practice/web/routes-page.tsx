import { useSuspenseQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { MapFrame } from '#ui/map-frame.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { colours } from '#ui/theme.ts'
import { useWords } from '#ui/words.ts'
import { routeApi, type StudyRoute } from '../route.contract.ts'
import './practice.css'
import { RouteSide } from './sides.ts'
import { routeWords } from './route-words.ts'
import { WalksPart } from './walks-part.tsx'

/** The routes of study of a cluster: each on its map and as a list of stops with what is done there. */
export default function RoutesPage() {
  const t = useWords(routeWords)
  const unitId = Number(useParam('unitId'))
  const [open, setOpen] = useState<StudyRoute | 'new'>()
  const [{ data: unit }, { data }] = useSuspenseQueries({
    queries: [asQuery(unitApi.read, { params: { unitId } }), asQuery(routeApi.list, { params: { unitId } })],
  })
  const keeps = data.can.includes('keep')
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      lead={t('lead', { n: data.routes.length })}
      acts={
        keeps && (
          <Button type="primary" onClick={() => setOpen('new')}>
            {t('add')}
          </Button>
        )
      }
    >
      {data.routes.length === 0 && <p>{t('none')}</p>}
      {data.routes.map((route) => (
        <RoutePart
          key={route.id}
          unitId={unitId}
          route={route}
          tiles={data.tiles}
          onEdit={keeps ? setOpen : undefined}
        />
      ))}
      <WalksPart unitId={unitId} years={unit.years} />
      {open && (
        <RouteSide unitId={unitId} route={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </Page>
  )
}

/** Shown on a screen at the stop, full size: for whoever receives the class there. */
const codeLink = (unitId: number, { id }: StudyRoute, t: (key: 'codeOf', facts: { name: string }) => string) =>
  function CodeLink(stop: StudyRoute['stops'][number]) {
    return (
      <a href={`/m/stop-code?u=${unitId}&r=${id}&s=${stop.id}`} target="_blank" rel="noreferrer">
        {t('codeOf', stop)}
      </a>
    )
  }

interface Part {
  unitId: number
  route: StudyRoute
  tiles: string | null
  onEdit: ((route: StudyRoute) => void) | undefined
}

function RoutePart({ unitId, route, tiles, onEdit }: Part) {
  const t = useWords(routeWords)
  const { name, about, safety, stages, stops, metres, minutes, isPublished } = route
  const points = useMemo(
    () =>
      stops.map((stop, n) => ({
        ...stop,
        id: String(n),
        mark: { shape: 'disc' as const, colour: colours.press, sign: String(n + 1) },
      })),
    [stops],
  )
  const forWhom = t('forWhom', { stages: stages.join('、') || t('everyStage') })
  return (
    <section className="guide-theme" aria-label={name}>
      <h2>
        {name}
        {!isPublished && `（${t('draft')}）`}
      </h2>
      <p>{[t('length', { km: (metres / 1000).toFixed(1), minutes, n: stops.length }), forWhom].join('，')}</p>
      {about && <p>{about}</p>}
      {safety && <p>{t('safety', { words: safety })}</p>}
      {onEdit && <Acts unitId={unitId} route={route} onEdit={onEdit} />}
      <MapFrame points={points} way={stops} tiles={tiles} small of={name} />
      <RuledTable
        caption={t('stops', { name })}
        quiet
        rows={stops.map((stop, n) => ({ ...stop, n: n + 1 }))}
        rowKey={({ n }) => n}
        columns={[
          { key: 'stop', title: t('stop'), heads: true, cell: ({ n, name: at }) => `${n}. ${at}` },
          { key: 'task', title: t('task'), cell: ({ task }) => task || '—' },
          ...(onEdit ? [{ key: 'code', title: t('code'), className: 'still', cell: codeLink(unitId, route, t) }] : []),
        ]}
      />
    </section>
  )
}

function Acts({ unitId, route, onEdit }: { unitId: number; route: StudyRoute; onEdit: (route: StudyRoute) => void }) {
  const t = useWords(routeWords)
  const save = useAct(routeApi.save, { done: () => t('saved', route) })
  const { name, about, safety, stages, themes, isPublished, stops } = route
  const body = { name, about, safety, stages, themes, isPublished, stops }
  const drop = useAct(routeApi.drop, {
    done: () => ({ text: t('dropped', route), undo: () => save.mutate({ params: { unitId }, body }) }),
  })
  return (
    <p className="acts">
      <Button aria-label={t('editOf', route)} onClick={() => onEdit(route)}>
        {t('edit')}
      </Button>
      <Button aria-label={t('dropOf', route)} onClick={() => drop.mutate({ params: { unitId, routeId: route.id } })}>
        {t('drop')}
      </Button>
    </p>
  )
}
