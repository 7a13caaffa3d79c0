import { Form } from 'antd'
import { createContext, use, type ReactNode } from 'react'
import type { z } from 'zod'

const Rules = createContext<z.ZodObject | undefined>(undefined)

/** Gives the fields below the schema that they are checked against. */
export function FieldRules({ schema, children }: { schema: z.ZodObject; children: ReactNode }) {
  return <Rules value={schema}>{children}</Rules>
}

interface Given {
  /** As in the schema. */
  name: string
  label: string
  /** Under the field: what helps to fill it in. */
  hint?: ReactNode
  /** Where writing begins when the form is opened beside a page. */
  begins?: boolean
  /** 'checked' for a switch or a box. */
  valueProp?: string
  /** One control of the kit: Input, Select, DatePicker … */
  children: ReactNode
}

/** One field of an EntryForm. */
export function Field({ name, label, hint, begins, valueProp, children }: Given) {
  const schema = use(Rules)
  const check = async (_: unknown, value: unknown) => {
    const result = (schema?.shape[name] as z.ZodType | undefined)?.safeParse(value === '' ? undefined : value)
    const again = result?.success === false ? (schema!.shape[name] as z.ZodType).safeParse(value) : result
    if (again?.success === false) throw new Error(again.error.issues[0]!.message)
  }
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ validator: check }]}
      {...(begins && { className: 'begins' })}
      {...(hint !== undefined && { extra: hint })}
      {...(valueProp !== undefined && { valuePropName: valueProp })}
    >
      {children}
    </Form.Item>
  )
}
