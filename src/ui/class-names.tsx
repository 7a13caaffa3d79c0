import { Input } from 'antd'
import { notYetIn, withClass } from '#shared/school-class.ts'
import { Picker } from './picker.tsx'
import './class-names.css'

interface Given {
  /** The classes that are offered; any other may be written. */
  names: readonly string[]
  /** What the choice is called. */
  label: string
  maxLength: number
  /** Given by the field. */
  id?: string
  value?: string
  onChange?: (text: string) => void
}

/** Classes as one writes them, with those of a school to choose from, one after the other: a control of an EntryForm. */
export function ClassNames({ names, label, value = '', onChange, ...input }: Given) {
  const left = notYetIn(value, names)
  return (
    <div className="class-names">
      <Input {...input} value={value} onChange={({ target }) => onChange?.(target.value)} />
      {left.length > 0 && (
        <Picker
          label={label}
          all={label}
          value={undefined}
          options={left.map((name) => ({ value: name, label: name }))}
          onPick={(name) => name !== undefined && onChange?.(withClass(value, name))}
        />
      )}
    </div>
  )
}
