import { useState } from 'react'
import { notYetIn, withClass } from '#shared/school-class.ts'
import { Field } from './pieces.tsx'

interface Given {
  /** The classes that are offered; any other may be written. */
  names: readonly string[]
  hint: string
  maxLength: number
  required?: boolean
}

/** Which classes: written, or chosen one after the other. The field of a form that is called `classes`. */
export function ClassField({ names, hint, ...input }: Given) {
  const [text, setText] = useState('')
  const left = notYetIn(text, names)
  return (
    <Field label="班级" hint={hint}>
      {(id) => (
        <>
          <input
            id={id}
            name="classes"
            {...input}
            value={text}
            onChange={({ target }) => setText(target.value)}
            aria-describedby={`${id}h`}
          />
          {left.length > 0 && (
            <select
              aria-label="选一个班添上"
              value=""
              onChange={({ target }) => setText(withClass(text, target.value))}
            >
              <option value="">选一个班添上</option>
              {left.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </>
      )}
    </Field>
  )
}
