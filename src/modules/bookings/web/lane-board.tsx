import { createCalendar, destroyCalendar, Interaction, ResourceTimeline } from '@event-calendar/core'
import '@event-calendar/core/index.css'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { Lane, LaneSpan } from '../search.contract.ts'

/** A time that somebody drew or dragged in a lane. */
export interface Drawn {
  venueId: string
  from: string
  until: string
}

interface Given {
  day: string
  lanes: readonly Lane[]
  /** Drawing in a free stretch books it; left out, nobody draws. */
  onDraw: ((drawn: Drawn) => void) | undefined
  /** Dragging a booking; `back` puts it where it was. */
  onMove: (bookingId: string, drawn: Drawn, back: () => void) => void
  onOpen: (bookingId: string) => void
}

/** The day of each venue as a lane: what is open is white, what is taken has its words. The same stands in the table below. */
export function LaneBoard({ day, lanes, onDraw, onMove, onOpen }: Given) {
  const place = useRef<HTMLDivElement>(null)
  const draw = useEffectEvent((drawn: Drawn) => onDraw?.(drawn))
  const move = useEffectEvent(onMove)
  const open = useEffectEvent(onOpen)
  const mayDraw = onDraw !== undefined
  useEffect(() => {
    const calendar = createCalendar(place.current!, [ResourceTimeline, Interaction], {
      view: 'resourceTimelineDay',
      locale: 'zh-CN',
      date: day,
      height: `${Math.min(720, 72 + lanes.length * 36)}px`,
      headerToolbar: { start: '', center: '', end: '' },
      ...{ slotMinTime: '07:00', slotMaxTime: '22:00', slotDuration: '00:30', snapDuration: '00:15', slotWidth: 32 },
      ...{ selectable: mayDraw, unselectAuto: true, nowIndicator: true, eventTimeFormat: clockOf },
      resources: lanes.map(({ venueId, venue, provider }) => ({ id: venueId, title: `${venue}（${provider}）` })),
      events: lanes.flatMap((lane) => [...lane.spans.map((span) => eventOf(day, lane, span)), ...closedOf(day, lane)]),
      select: ({ start, end, resource }) => {
        if (resource) draw({ venueId: String(resource.id), from: clockOf(start), until: clockOf(end) })
      },
      eventDrop: ({ event, revert }) => move(String(event.id), drawnOf(event), revert),
      eventResize: ({ event, revert }) => move(String(event.id), drawnOf(event), revert),
      eventClick: ({ event }) => event.extendedProps['booked'] === true && open(String(event.id)),
    })
    return () => void destroyCalendar(calendar)
  }, [day, lanes, mayDraw])
  return <div ref={place} className="lane-board" aria-hidden="true" />
}

const two = (n: number) => String(n).padStart(2, '0')
const clockOf = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`

const drawnOf = ({ start, end, resourceIds }: { start: Date; end: Date; resourceIds: (string | number)[] }): Drawn => ({
  venueId: String(resourceIds[0]),
  from: clockOf(start),
  until: clockOf(end),
})

const colours: Record<LaneSpan['what'], string> = { 待审: '#8a5a00', 已定: '#0958d9', 已用: '#57606a', 课: '#6e7781', 停用: '#6e7781' } // prettier-ignore

function eventOf(day: string, { venueId }: Lane, { from, until, what, words, bookingId, mine, movable }: LaneSpan) {
  return {
    id: bookingId ?? `${venueId} ${from}`,
    resourceIds: [venueId],
    ...{ start: `${day} ${from}`, end: `${day} ${until}` },
    title: what === '待审' ? `待审：${words}` : words,
    backgroundColor: mine ? '#237804' : colours[what],
    editable: movable,
    extendedProps: { booked: bookingId !== null },
  }
}

/** What is not open is grey. */
function closedOf(day: string, { venueId, open, spans }: Lane) {
  const ends = ['00:00', ...open.map(({ until }) => until)]
  const begins = [...open.map(({ from }) => from), '24:00']
  return ends
    .map((from, at) => ({ from, until: begins[at]! }))
    .filter(({ from, until }) => from < until && !spans.some((span) => span.from === from && span.until === until))
    .map(({ from, until }) => ({
      id: `${venueId} closed ${from}`,
      resourceIds: [venueId],
      ...{ start: `${day} ${from}`, end: until === '24:00' ? `${day} 23:59` : `${day} ${until}` },
      display: 'background' as const,
      backgroundColor: '#d9dde3',
    }))
}
