import { Form, Input, Select } from 'antd'
import type { z } from 'zod'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { useWords } from '#ui/words.ts'
import { siteApi, SiteFields, type Site } from '../site.contract.ts'
import { siteKinds, siteThemes } from '../site.rules.ts'
import { stageNames } from '../venue.rules.ts'
import { SiteAndPasted, withoutPasted } from './fields-and-pasted.ts'
import { Fold } from './fold.tsx'
import { usualOpenings } from './hours-field.tsx'
import { siteWords } from './site-words.ts'
import { VenueForm } from './venue-form.tsx'

interface Given {
  open: boolean
  onClose: () => void
}

export function AddSiteSide({ unitId, tiles, open, onClose }: Given & { unitId: number; tiles: string | null }) {
  const t = useWords(siteWords)
  const add = useAct(siteApi.add, { done: (_, { body }) => t('added', body), then: onClose })
  return (
    <Side title={t('add')} open={open} onClose={onClose}>
      <SiteForm
        first={{ kind: '社会场馆' }}
        tiles={tiles}
        act={add}
        onSend={(body) => add.mutate({ params: { unitId }, body })}
        onClose={onClose}
      />
    </Side>
  )
}

export function EditSiteSide({ site, open, onClose }: Given & { site: Site }) {
  const t = useWords(siteWords)
  const edit = useAct(siteApi.edit, { done: (_, { body }) => t('saved', body), then: onClose })
  return (
    <Side title={t('editTitle', site)} open={open} onClose={onClose}>
      <SiteForm
        first={SiteFields.parse(site)}
        tiles={site.tiles}
        act={edit}
        onSend={(body) => edit.mutate({ params: { siteId: site.id }, body })}
        onClose={onClose}
      />
    </Side>
  )
}

/** Something to book at a partner. */
export function SiteVenueSide({ site, open, onClose }: Given & { site: Site }) {
  const t = useWords(siteWords)
  const add = useAct(siteApi.addVenue, { done: (_, { body }) => t('saved', body), then: onClose })
  return (
    <Side title={t('addVenueTitle', site)} open={open} onClose={onClose}>
      <VenueForm
        first={{
          kind: site.kind === '企业' ? '企业实践基地' : '社会场馆',
          capacity: 40,
          openings: usualOpenings,
          noticeHours: 48,
        }}
        siblings={site.venues}
        schoolId={null}
        tiles={site.tiles}
        act={add}
        onSend={(body) => add.mutate({ params: { siteId: site.id }, body })}
        onClose={onClose}
      />
    </Side>
  )
}

type First = Partial<z.input<typeof SiteFields>>

interface FormGiven {
  first: First
  tiles: string | null
  act: { isPending: boolean; error: unknown }
  onSend: (body: SiteFields) => void
  onClose: () => void
}

function SiteForm({ first, tiles, act, onSend, onClose }: FormGiven) {
  const t = useWords(siteWords)
  const [form] = Form.useForm()
  return (
    <EntryForm
      schema={SiteAndPasted}
      form={form}
      first={first}
      onSend={(fields) => onSend(withoutPasted(fields))}
      sending={act.isPending}
      error={act.error}
      act={t('save')}
      onCancel={onClose}
    >
      <Basics />
      <Fold words={t('more')} failed={act.error !== null} form={form} tiles={tiles}>
        {(['about', 'howToVisit', 'safety', 'access'] as const).map((name) => (
          <Field key={name} name={name} label={t(name)}>
            <Input.TextArea rows={2} maxLength={500} />
          </Field>
        ))}
      </Fold>
    </EntryForm>
  )
}

function Basics() {
  const t = useWords(siteWords)
  const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  return (
    <>
      <Field name="name" label={t('name')} begins>
        <Input maxLength={40} />
      </Field>
      <Field name="kind" label={t('kind')}>
        <Select options={options(siteKinds)} />
      </Field>
      <Field name="address" label={t('address')}>
        <Input maxLength={100} />
      </Field>
      <div className="two">
        <Field name="contactName" label={t('contactName')}>
          <Input maxLength={30} />
        </Field>
        <Field name="contactPhone" label={t('contactPhone')}>
          <Input maxLength={20} inputMode="tel" />
        </Field>
      </div>
      <Field name="themes" label={t('theme')} hint={t('themesHint')}>
        <Select mode="tags" options={options(siteThemes)} />
      </Field>
      <Field name="stages" label={t('stage')} hint={t('stagesHint')}>
        <Select mode="multiple" options={options(stageNames)} />
      </Field>
      <div className="two">
        <Field name="agreementFrom" label={t('from')}>
          <DayInput />
        </Field>
        <Field name="agreementUntil" label={t('until')}>
          <DayInput />
        </Field>
      </div>
      <p className="quiet">{t('untilHint')}</p>
    </>
  )
}
