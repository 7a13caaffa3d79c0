import { Button, Input } from 'antd'
import { useState } from 'react'
import { Picker } from '#ui/picker.tsx'
import { readPlace } from '#ui/place.ts'
import { useWords } from '#ui/words.ts'
import type { Place } from '../place.contract.ts'
import type { Stop } from '../route.contract.ts'
import { routeWords } from './route-words.ts'

interface Given {
  stops: readonly Stop[]
  places: readonly Place[]
  onStops: (stops: Stop[]) => void
}

/** The stops of a route in their order: from what is on file, or anywhere else. */
export function StopsField({ stops, places, onStops }: Given) {
  const t = useWords(routeWords)
  const placed = places.filter(({ longitude }) => longitude !== null)
  const add = (id: string | undefined) => {
    const place = placed.find((one) => one.id === id)
    if (!place) return
    const name = place.of === 'site' ? place.name : `${place.holder}${place.name}`
    onStops([...stops, { name: name.slice(0, 40), longitude: place.longitude!, latitude: place.latitude!, task: '' }])
  }
  const put = (at: number, task: string) => onStops(stops.map((stop, n) => (n === at ? { ...stop, task } : stop)))
  const lift = (at: number) => onStops([...stops.slice(0, at - 1), stops[at]!, stops[at - 1]!, ...stops.slice(at + 1)])
  return (
    <fieldset className="stops">
      <legend>{t('stopsField')}</legend>
      <ol>
        {stops.map((stop, n) => (
          <li key={`${stop.name} ${n}`}>
            <b>{stop.name}</b>
            <Input
              aria-label={t('taskOf', stop)}
              placeholder={t('task')}
              value={stop.task}
              maxLength={200}
              onChange={({ target }) => put(n, target.value)}
            />
            {n > 0 && (
              <Button aria-label={t('up', stop)} onClick={() => lift(n)}>
                ↑
              </Button>
            )}
            <Button aria-label={t('remove', stop)} onClick={() => onStops(stops.filter((_, at) => at !== n))}>
              ✕
            </Button>
          </li>
        ))}
      </ol>
      <Picker
        label={t('addStop')}
        all={t('addStop')}
        value={undefined as string | undefined}
        options={placed.map(({ id, of, name, holder }) => ({
          value: id,
          label: of === 'site' ? name : `${holder} ${name}`,
        }))}
        onPick={add}
      />
      <FreeStop onStop={(stop) => onStops([...stops, stop])} />
    </fieldset>
  )
}

/** A place that is not on file: a bridge, a memorial. */
function FreeStop({ onStop }: { onStop: (stop: Stop) => void }) {
  const t = useWords(routeWords)
  const [name, setName] = useState('')
  const [place, setPlace] = useState('')
  const [isWrong, setWrong] = useState(false)
  const add = () => {
    const found = readPlace(place)
    setWrong(!found || name.trim() === '')
    if (!found || name.trim() === '') return
    onStop({ name: name.trim(), ...found, task: '' })
    setName('')
    setPlace('')
  }
  return (
    <div className="free-stop" role="group" aria-label={t('free')}>
      <Input
        aria-label={t('freeName')}
        placeholder={t('freeName')}
        value={name}
        maxLength={40}
        onChange={({ target }) => setName(target.value)}
      />
      <Input
        aria-label={t('freePlace')}
        placeholder={t('freePlace')}
        value={place}
        maxLength={40}
        onChange={({ target }) => setPlace(target.value)}
      />
      <Button onClick={add}>{t('addFree')}</Button>
      {isWrong && (
        <p role="alert" className="from-wrong">
          {t('freeWrong')}
        </p>
      )}
    </div>
  )
}
