import { useEffect, useRef } from 'react'
import * as maplibre from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { Point } from '#shared/position.ts'
import { mapFrameWords } from './map-frame-words.ts'
import { colours } from './theme.ts'
import { anchorsFrom, boundsOf, edgeOf, gridAround, sixDecimals, type MapPoint } from './place.ts'
import { imageOf, nameOfMark, SHARP } from './point-mark.ts'
import './place-map.css'
import { useWords, type Say } from './words.ts'

maplibre.setWorkerUrl(workerUrl)

export interface MapGiven {
  points: readonly MapPoint[]
  /** A way that is drawn through these places, in their order. */
  way?: readonly Point[] | undefined
  /** What stands at a point is opened by it. */
  onOpen?: (id: string) => void
  /** A place is picked; it is shown by a pin. */
  onPick?: (place: Point) => void
  picked?: Point | undefined
  /** Where street tiles come from; null: the grid alone. */
  tiles: string | null
  small?: boolean
  /** What it shows, where a page has several. */
  of?: string
}

const fonts = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif'

/** Points on a map: our own, over a plain grid unless the installation has a key for street tiles. */
export default function PlaceMap({ points, way, onOpen, onPick, picked, tiles, small = false, of = '' }: MapGiven) {
  const t = useWords(mapFrameWords)
  const holder = useRef<HTMLDivElement>(null)
  const map = useRef<maplibre.Map>(undefined)
  const ready = useRef<Promise<void>>(undefined)
  const pin = useRef<maplibre.Marker>(undefined)
  const acts = useRef({ onOpen, onPick, t, of })
  acts.current = { onOpen, onPick, t, of }
  const start = useRef(points.length > 0 || !picked ? boundsOf(points) : boundsOf([picked]))
  useEffect(() => {
    const made = draw(holder.current!, start.current, tiles, acts.current)
    map.current = made
    ready.current = new Promise((resolve) => void made.once('load', () => resolve()))
    made.on('click', ({ lngLat }) =>
      acts.current.onPick?.({ longitude: sixDecimals(lngLat.lng), latitude: sixDecimals(lngLat.lat) }),
    )
    made.on('click', 'points', ({ features }) => acts.current.onOpen?.(String(features?.[0]?.properties['id'])))
    return () => {
      made.remove()
      map.current = undefined
      pin.current = undefined
    }
  }, [tiles])
  useEffect(() => {
    const made = map.current!
    const show = () => {
      for (const name of new Set(points.map(({ mark }) => nameOfMark(mark))))
        if (!made.hasImage(name)) made.addImage(name, imageOf(name), { pixelRatio: SHARP })
      void made.getSource<maplibre.GeoJSONSource>('points')?.setData(asFeatures(points))
      void made.getSource<maplibre.GeoJSONSource>('way')?.setData(asLine(way))
      if (!acts.current.onPick && points.length > 0) made.fitBounds(boundsOf(points), fitting(made.getContainer()))
    }
    let isStale = false
    void ready.current?.then(() => !isStale && map.current === made && show())
    return () => void (isStale = true)
  }, [points, way])
  useEffect(() => {
    pin.current?.remove()
    if (!picked || !map.current) return
    pin.current = new maplibre.Marker({ color: '#b3261e' })
      .setLngLat([picked.longitude, picked.latitude])
      .addTo(map.current)
    if (!map.current.getBounds().contains([picked.longitude, picked.latitude]))
      map.current.jumpTo({ center: [picked.longitude, picked.latitude] })
  }, [picked])
  return <div ref={holder} className={`place-map${small ? ' small' : ''}`} />
}

function draw(
  container: HTMLElement,
  bounds: ReturnType<typeof boundsOf>,
  tiles: string | null,
  { t, of }: { t: Say<keyof typeof mapFrameWords.zh>; of: string },
): maplibre.Map {
  const map = new maplibre.Map({
    container,
    bounds,
    fitBoundsOptions: fitting(container),
    localIdeographFontFamily: fonts,
    attributionControl: { compact: false, customAttribution: tiles ? '天地图' : t('ground') },
    cooperativeGestures: true,
    dragRotate: false,
    fadeDuration: 0,
    locale: {
      'Map.Title': t('mapLabel', { of }),
      'CooperativeGesturesHandler.WindowsHelpText': t('wheelHelp'),
      'CooperativeGesturesHandler.MacHelpText': t('wheelHelpMac'),
      'CooperativeGesturesHandler.MobileHelpText': t('fingerHelp'),
      'NavigationControl.ZoomIn': t('zoomIn'),
      'NavigationControl.ZoomOut': t('zoomOut'),
      'NavigationControl.ResetBearing': t('north'),
      'ScaleControl.Meters': t('metres'),
      'ScaleControl.Kilometers': t('kilometres'),
    },
    style: styleOf(bounds, tiles),
  })
  map.addControl(new maplibre.NavigationControl({ showCompass: false }))
  map.addControl(new maplibre.ScaleControl())
  // While the page is being put together the map may stand in a box without a size yet.
  map.once('load', () => {
    map.resize()
    map.fitBounds(bounds, fitting(container))
  })
  return map
}

/** Room for the names of the points that stand outermost. */
const fitting = ({ clientWidth }: HTMLElement): maplibre.FitBoundsOptions => ({
  padding: { top: 36, bottom: 44, left: clientWidth < 500 ? 46 : 76, right: clientWidth < 500 ? 46 : 76 },
  animate: false,
  maxZoom: 15,
})

function styleOf(bounds: ReturnType<typeof boundsOf>, tiles: string | null): maplibre.StyleSpecification {
  const lines = { type: 'MultiLineString' as const, coordinates: gridAround(bounds) }
  const ground: maplibre.LayerSpecification = tiles
    ? { id: 'streets', type: 'raster', source: 'streets' }
    : { id: 'grid', type: 'line', source: 'grid', paint: { 'line-color': '#dfe4ea', 'line-width': 1 } }
  return {
    version: 8,
    sources: {
      grid: { type: 'geojson', data: { type: 'Feature', properties: {}, geometry: lines } },
      way: { type: 'geojson', data: asLine(undefined) },
      points: { type: 'geojson', data: asFeatures([]) },
      ...(tiles && { streets: { type: 'raster' as const, tileSize: 256, tiles: [tiles] } }),
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#f6f8fa' } },
      ground,
      {
        id: 'way',
        type: 'line',
        source: 'way',
        paint: { 'line-color': colours.press, 'line-width': 3, 'line-dasharray': [2, 1] },
      },
      {
        id: 'names',
        type: 'symbol',
        source: 'points',
        layout: {
          'text-field': ['get', 'name'],
          'text-size': 12,
          'text-padding': 0,
          'text-max-width': 14,
          'text-variable-anchor-offset': [
            'match',
            ['get', 'edge'],
            'west',
            ['literal', anchorsFrom('west')],
            'east',
            ['literal', anchorsFrom('east')],
            ['literal', anchorsFrom('')],
          ],
        },
        paint: { 'text-color': '#1f2328', 'text-halo-color': '#fff', 'text-halo-width': 1.5 },
      },
      {
        // Above the names, thus set before them: names keep clear of every dot.
        id: 'points',
        type: 'symbol',
        source: 'points',
        layout: { 'icon-image': ['get', 'mark'], 'icon-allow-overlap': true, 'icon-padding': 0 },
      },
    ],
  }
}

function asFeatures(points: readonly MapPoint[]) {
  const bounds = boundsOf(points)
  const features = points.map(({ id, name, longitude, latitude, mark }) => ({
    type: 'Feature' as const,
    properties: { id, name, mark: nameOfMark(mark), edge: edgeOf(longitude, bounds) },
    geometry: { type: 'Point' as const, coordinates: [longitude, latitude] },
  }))
  return { type: 'FeatureCollection' as const, features }
}

function asLine(way: readonly Point[] | undefined) {
  const coordinates = (way ?? []).map(({ longitude, latitude }) => [longitude, latitude])
  return { type: 'Feature' as const, properties: {}, geometry: { type: 'LineString' as const, coordinates } }
}
