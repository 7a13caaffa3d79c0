import { useEffect, useRef } from 'react'
import * as maplibre from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'
import { useWords, type Say } from '#ui/words.ts'
import { mapWords } from './map-words.ts'
import { boundsOf, colourOf, gridAround, type MapPoint } from './place.ts'

maplibre.setWorkerUrl(workerUrl)

export interface MapGiven {
  points: readonly MapPoint[]
  /** A school is opened by its point. */
  onOpen?: (id: number) => void
  /** A place is picked; it is shown by a pin. */
  onPick?: (place: { longitude: number; latitude: number }) => void
  picked?: { longitude: number; latitude: number } | undefined
  /** Where street tiles come from; null: the grid alone. */
  tiles: string | null
  small?: boolean
}

const fonts = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif'

/** Points on a map: our own, over a plain grid unless the installation has a key for street tiles. */
export default function PlaceMap({ points, onOpen, onPick, picked, tiles, small = false }: MapGiven) {
  const t = useWords(mapWords)
  const holder = useRef<HTMLDivElement>(null)
  const map = useRef<maplibre.Map>(undefined)
  const pin = useRef<maplibre.Marker>(undefined)
  const acts = useRef({ onOpen, onPick })
  acts.current = { onOpen, onPick }
  const start = useRef(points.length > 0 || !picked ? boundsOf(points) : boundsOf([picked]))
  useEffect(() => {
    const made = draw(holder.current!, start.current, tiles, t)
    map.current = made
    made.on('click', ({ lngLat }) =>
      acts.current.onPick?.({ longitude: round(lngLat.lng), latitude: round(lngLat.lat) }),
    )
    made.on('click', 'points', ({ features }) => acts.current.onOpen?.(Number(features?.[0]?.properties['id'])))
    return () => {
      made.remove()
      map.current = undefined
      pin.current = undefined
    }
  }, [tiles, t])
  useEffect(() => {
    const made = map.current!
    const show = () => void made.getSource<maplibre.GeoJSONSource>('points')?.setData(asFeatures(points))
    if (made.isStyleLoaded()) show()
    else made.once('load', show)
  }, [points])
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

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6

function draw(
  container: HTMLElement,
  bounds: ReturnType<typeof boundsOf>,
  tiles: string | null,
  t: Say<keyof typeof mapWords.zh>,
): maplibre.Map {
  const map = new maplibre.Map({
    container,
    bounds,
    fitBoundsOptions: { padding: 24 },
    localIdeographFontFamily: fonts,
    attributionControl: { compact: false, customAttribution: tiles ? '天地图' : t('ground') },
    cooperativeGestures: true,
    dragRotate: false,
    fadeDuration: 0,
    locale: {
      'Map.Title': t('mapLabel'),
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
    map.fitBounds(bounds, { padding: 24, animate: false, maxZoom: 15 })
  })
  return map
}

function styleOf(bounds: ReturnType<typeof boundsOf>, tiles: string | null): maplibre.StyleSpecification {
  const lines = { type: 'MultiLineString' as const, coordinates: gridAround(bounds) }
  const ground: maplibre.LayerSpecification = tiles
    ? { id: 'streets', type: 'raster', source: 'streets' }
    : { id: 'grid', type: 'line', source: 'grid', paint: { 'line-color': '#dfe4ea', 'line-width': 1 } }
  return {
    version: 8,
    sources: {
      grid: { type: 'geojson', data: { type: 'Feature', properties: {}, geometry: lines } },
      points: { type: 'geojson', data: asFeatures([]) },
      ...(tiles && { streets: { type: 'raster' as const, tileSize: 256, tiles: [tiles] } }),
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#f6f8fa' } },
      ground,
      {
        id: 'points',
        type: 'circle',
        source: 'points',
        paint: {
          'circle-radius': 7,
          'circle-color': ['get', 'colour'],
          'circle-stroke-color': '#fff',
          'circle-stroke-width': 2,
        },
      },
      {
        id: 'names',
        type: 'symbol',
        source: 'points',
        layout: {
          'text-field': ['get', 'name'],
          'text-size': 13,
          'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
          'text-radial-offset': 0.8,
        },
        paint: { 'text-color': '#1f2328', 'text-halo-color': '#fff', 'text-halo-width': 1.5 },
      },
    ],
  }
}

const asFeatures = (points: readonly MapPoint[]) => ({
  type: 'FeatureCollection' as const,
  features: points.map(({ id, name, longitude, latitude, stage }) => ({
    type: 'Feature' as const,
    properties: { id, name, colour: colourOf(stage) },
    geometry: { type: 'Point' as const, coordinates: [longitude, latitude] },
  })),
})
