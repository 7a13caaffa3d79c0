import { useState } from 'react'
import { Field } from '#phone/pieces.tsx'
import { keepsVenues, useMe } from '#phone/screen.ts'

const GUEST = 'guest'

interface Given {
  schools: readonly { id: number; name: string }[]
  /** Told of the school that is chosen; undefined where it is none. */
  onPick: (schoolId: number | undefined) => void
}

/** Who uses it: one of the schools; for those who keep venues also a group from outside. One school alone is not asked for. */
export function WhoUses({ schools, onPick }: Given) {
  const me = useMe()
  const [isGuest, setGuest] = useState(false)
  const guests = me !== null && keepsVenues(me)
  if (schools.length === 1 && !guests) return null
  return (
    <>
      <Field label="谁来用">
        {(id) => (
          <select
            id={id}
            name="school"
            required
            defaultValue={schools.length === 1 ? schools[0]?.id : ''}
            onChange={({ target }) => {
              setGuest(target.value === GUEST)
              onPick(target.value === GUEST ? undefined : Number(target.value))
            }}
          >
            {schools.length > 1 && (
              <option value="" disabled>
                请选择
              </option>
            )}
            {schools.map((school) => (
              <option key={school.id} value={school.id}>
                {school.name}
              </option>
            ))}
            {guests && <option value={GUEST}>外来团体</option>}
          </select>
        )}
      </Field>
      {isGuest && <Field label="外来团体的名称" name="guest" required maxLength={40} hint="例如：君莲居委会" />}
    </>
  )
}

/** What was chosen in the fields above. */
export function userOf(form: FormData, schools: readonly { id: number }[]) {
  const guest = form.get('guest')
  return typeof guest === 'string' ? { guest } : { userSchoolId: Number(form.get('school') ?? schools[0]?.id) }
}
