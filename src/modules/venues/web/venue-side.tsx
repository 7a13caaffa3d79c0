import { useState } from 'react'
import { useAct } from '#ui/act.ts'
import { Side } from '#ui/entry.tsx'
import { Picker } from '#ui/picker.tsx'
import { useWords } from '#ui/words.ts'
import { venueApi, VenueFields, type Venue, type VenueLine } from '../venue.contract.ts'
import { usualOpenings } from './hours-field.tsx'
import { VenueForm } from './venue-form.tsx'
import { venueWords } from './venue-words.ts'

interface School {
  id: number
  name: string
  stages: string[]
}

interface AddGiven {
  open: boolean
  schools: readonly School[]
  venues: readonly VenueLine[]
  tiles: string | null
  onClose: () => void
}

/** A new venue of a school that the person speaks for. */
export function AddVenueSide({ open, schools, venues, tiles, onClose }: AddGiven) {
  const t = useWords(venueWords)
  const [schoolId, setSchoolId] = useState(schools[0]!.id)
  const add = useAct(venueApi.add, { done: (_, { body }) => t('added', body), then: onClose })
  return (
    <Side title={t('addTitle')} open={open} onClose={onClose}>
      {schools.length > 1 && (
        <p className="venue-of">
          <Picker
            label={t('addTo')}
            value={schoolId}
            options={schools.map(({ id, name }) => ({ value: id, label: name }))}
            onPick={(picked) => picked !== undefined && setSchoolId(picked)}
          />
        </p>
      )}
      <VenueForm
        key={schoolId}
        first={{ kind: '体育场馆', capacity: 40, openings: usualOpenings }}
        siblings={venues.filter((one) => one.schoolId === schoolId)}
        schoolId={schoolId}
        tiles={tiles}
        act={add}
        onSend={(body) => add.mutate({ params: { schoolId }, body })}
        onClose={onClose}
      />
    </Side>
  )
}

export function EditVenueSide({ venue, open, onClose }: { venue: Venue; open: boolean; onClose: () => void }) {
  const t = useWords(venueWords)
  const edit = useAct(venueApi.edit, {
    done: ({ clashes }, { body }) => `${t('saved', body)}${clashes > 0 ? t('strandedN', { n: clashes }) : ''}`,
    then: onClose,
  })
  const { ownLongitude: longitude, ownLatitude: latitude, id: venueId } = venue
  return (
    <Side title={t('editTitle', venue)} open={open} onClose={onClose}>
      <VenueForm
        first={VenueFields.parse({ ...venue, longitude, latitude })}
        siblings={venue.siblings}
        schoolId={venue.schoolId}
        tiles={venue.tiles}
        act={edit}
        onSend={(body) => edit.mutate({ params: { venueId }, body })}
        onClose={onClose}
      />
    </Side>
  )
}
