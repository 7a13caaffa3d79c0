import { ask } from '#phone/ask.ts'
import { Field } from '#phone/pieces.tsx'
import { useAsked } from '#phone/use-ask.ts'
import type { venueApi } from '#modules/venues/venue.contract.ts'

const BEFORE = 'equipment:'

/** What the venue lends of its equipment; where it lends nothing, nothing is asked. */
export function TakenAlong({ venueId }: { venueId: string }) {
  const { data } = useAsked(() => ask<typeof venueApi.read>('GET /api/venues/:venueId', { params: { venueId } }), [venueId]) // prettier-ignore
  const lent = (data?.equipment ?? []).filter(({ stock }) => stock > 0)
  if (lent.length === 0) return null
  return (
    <details>
      <summary className="m-link">要借用器材（{lent.map(({ name }) => name).join('、')}）</summary>
      <div className="m-part">
        {lent.map(({ id, name, unit, stock }) => (
          <Field
            key={id}
            label={name}
            name={BEFORE + id}
            type="number"
            inputMode="numeric"
            min={0}
            max={stock}
            hint={`共 ${stock} ${unit}，不借就不填。`}
          />
        ))}
      </div>
    </details>
  )
}

/** What was asked for in the fields above. */
export const lentOf = (form: FormData): { equipmentId: string; quantity: number }[] =>
  [...form]
    .filter(([name, value]) => name.startsWith(BEFORE) && Number(value) > 0)
    .map(([name, value]) => ({ equipmentId: name.slice(BEFORE.length), quantity: Number(value) }))
