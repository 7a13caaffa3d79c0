import { Button, Drawer, Form, type FormInstance } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import type { z } from 'zod'
import { Problem } from '#shared/problem.ts'
import { EntryHold, useHeld } from './entry-hold.ts'
import { FieldRules } from './field.tsx'
import { ProblemNote } from './problem-view.tsx'
import { uiWords } from './ui-words.ts'
import { useWords } from './words.ts'

interface Given<S extends z.ZodObject> {
  /** What the endpoint takes: each field is checked against it when it is left. */
  schema: S
  /** What stands in the fields at first: what is on file, or what is likely. */
  first: Partial<z.input<S>>
  onSend: (fields: z.output<S>) => void
  sending: boolean
  error: unknown
  /** On the button: 保存, 邀请. */
  act: string
  onCancel?: () => void
  /** Another field is offered or filled in as one changes. */
  form?: FormInstance
  onChange?: (fields: Partial<z.input<S>>) => void
  children: ReactNode
}

/**
 * A form of the house: labels above, asks once, and says under a field what is wrong when the field is left; what the
 * server finds wrong with a field stands there too. Its children are `Field`s named as in the schema.
 */
export function EntryForm<S extends z.ZodObject>(given: Given<S>) {
  const t = useWords(uiWords)
  const [own] = Form.useForm()
  const form = given.form ?? own
  const [outdated, setOutdated] = useState<unknown>()
  const error = given.error === outdated ? undefined : given.error
  const { hold, letPass, waits } = useHeld()
  useEffect(() => form.setFields(issuesOf(given.error)), [form, given.error])
  const change = (all: Partial<z.input<S>>) => {
    // What the server refused was said of other values; it is said again if it still holds.
    form.setFields(issuesOf(error).map(({ name }) => ({ name, errors: [] })))
    setOutdated(given.error)
    given.onChange?.(all)
  }
  const send = (fields: unknown) => {
    if (!letPass()) return
    const parsed = given.schema.safeParse(withoutEmpty(given.schema, fields as Record<string, unknown>))
    if (parsed.success) given.onSend(parsed.data)
    else form.setFields(parsed.error.issues.map(({ path, message }) => ({ name: path as string[], errors: [message] })))
  }
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      initialValues={given.first}
      onFinish={send}
      onValuesChange={(_, all) => change(all as Partial<z.input<S>>)}
      className="entry"
    >
      <EntryHold value={hold}>
        <FieldRules schema={given.schema}>{given.children}</FieldRules>
      </EntryHold>
      {waits && (
        <p className="problem-note" role="alert">
          {t('stillComing')}
        </p>
      )}
      <ProblemNote error={issuesOf(error).length > 0 ? undefined : error} />
      <p className="entry-acts">
        <Button type="primary" htmlType="submit" loading={given.sending}>
          {given.act}
        </Button>
        {given.onCancel && <Button onClick={given.onCancel}>{t('cancel')}</Button>}
      </p>
    </Form>
  )
}

/** A field emptied again is not filled in, where it may be left out. */
const withoutEmpty = (schema: z.ZodObject, fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value === '' && mayBeLeftOut(schema, name) ? undefined : value,
    ]),
  )

const mayBeLeftOut = ({ shape }: z.ZodObject, name: string): boolean =>
  (shape[name] as z.ZodType | undefined)?.safeParse(undefined).success === true

function issuesOf(error: unknown): { name: string[]; errors: string[] }[] {
  const issues = error instanceof Problem ? error.facts['issues'] : undefined
  if (!Array.isArray(issues)) return []
  return (issues as { path: string; message: string }[])
    .filter(({ path }) => path !== '')
    .map(({ path, message }) => ({ name: path.split('.'), errors: [message] }))
}

/** A form beside the page: the page stays where it is. Escape and the cross close it. */
export function Side(given: { title: string; open: boolean; onClose: () => void; children: ReactNode }) {
  const t = useWords(uiWords)
  return (
    <Drawer
      title={given.title}
      open={given.open}
      onClose={given.onClose}
      size={520}
      destroyOnHidden
      closable={{ 'aria-label': t('closeSide', { title: given.title }) }}
      className="side"
      // The panel takes the focus as it comes in, from whatever asked for it before.
      afterOpenChange={(open) => open && beginWriting()}
    >
      {given.children}
    </Drawer>
  )
}

function beginWriting(): void {
  document.querySelector<HTMLElement>('.side .begins :is(input, textarea)')?.focus()
}
