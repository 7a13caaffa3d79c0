import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { asQuery } from '#ui/api.ts'
import { useAct } from '#ui/act.ts'
import { DayInput } from '#ui/day-input.tsx'
import { EntryForm, Side } from '#ui/entry.tsx'
import { Field } from '#ui/field.tsx'
import { inFigures } from '#ui/number.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { changeApi, ChangeFields, type Effect } from '../change.contract.ts'
import { memberRoles } from '../membership.rules.ts'
import { profileApi } from '../profile.contract.ts'
import { unitApi } from '../unit.contract.ts'
import { changeWords } from './change-words.ts'

type Kind = 'join' | 'leave' | 'role' | 'move'

interface Given {
  unitId: number
  /** The member that is changed; without one a school joins. */
  school: { id: number; name: string; role?: string } | undefined
  open: boolean
  title: string
  /** What the reader may do with members here. */
  decides: boolean
  today: string
  onClose: () => void
}

/** A change of membership, with what it does to the figures before it is saved. */
export function ChangeSide({ unitId, school, open, title, decides, today, onClose }: Given) {
  const t = useWords(changeWords)
  const [form] = Form.useForm()
  const first = { kind: school ? ('role' as Kind) : ('join' as Kind), schoolId: school?.id, day: today }
  const [fields, setFields] = useState<Record<string, unknown>>(first)
  const undo = useAct(changeApi.undo, { done: ({ told }) => told })
  const { mutate, isPending, error } = useAct(changeApi.make, {
    done: ({ told, id }) => ({ text: told, undo: () => undo.mutate({ params: { changeId: id } }) }),
    then: onClose,
  })
  const asked = ChangeFields.safeParse({ ...fields, ...(school && { schoolId: school.id }) })
  const kind = (fields['kind'] ?? first.kind) as Kind
  return (
    <Side title={title} open={open} onClose={onClose}>
      <EntryForm
        schema={ChangeFields}
        form={form}
        first={first as Partial<ChangeFields>}
        onChange={(all) => setFields({ ...first, ...all })}
        onSend={(body) => mutate({ params: { unitId }, body: { ...body, ...(school && { schoolId: school.id }) } })}
        sending={isPending}
        error={error}
        act={t('save')}
        onCancel={onClose}
      >
        <KindFields kind={kind} isMember={!!school} decides={decides} unitId={unitId} />
        <Effects unitId={unitId} fields={asked.success && isWhole(asked.data) ? asked.data : undefined} />
      </EntryForm>
    </Side>
  )
}

/** Whether there is enough to work out what it does. */
const isWhole = ({ kind, role, toClusterId }: ChangeFields) =>
  kind === 'role' ? role !== undefined : kind !== 'move' || toClusterId !== undefined

function KindFields(given: { kind: Kind; isMember: boolean; decides: boolean; unitId: number }) {
  const t = useWords(changeWords)
  const kinds: Kind[] = given.decides ? ['role', 'leave', 'move'] : ['role', 'leave']
  const leaves = given.kind === 'leave' || given.kind === 'move'
  return (
    <>
      <Field name="kind" label={t('kind')}>
        <Select
          disabled={!given.isMember}
          options={(given.isMember ? kinds : ['join' as const]).map((value) => ({ value, label: t(value) }))}
        />
      </Field>
      {given.isMember ? (
        <Form.Item name="schoolId" hidden>
          <Input />
        </Form.Item>
      ) : (
        <Field name="schoolId" label={t('school')}>
          <SchoolSelect />
        </Field>
      )}
      {given.kind === 'move' && (
        <Field name="toClusterId" label={t('toCluster')}>
          <ClusterSelect without={given.unitId} />
        </Field>
      )}
      <Field name="day" label={leaves ? t('lastDay') : t('firstDay')} {...(leaves && { hint: t('lastDayHint') })}>
        <DayInput />
      </Field>
      {given.kind !== 'leave' && (
        <Field name="role" label={t('newRole')}>
          <Select options={memberRoles.map((value) => ({ value, label: value }))} />
        </Field>
      )}
      {(given.kind === 'role' || given.kind === 'join') && (
        <Field name="untilDay" label={t('untilDay')} hint={t('untilHint')}>
          <DayInput />
        </Field>
      )}
    </>
  )
}

interface Picked {
  id?: string
  value?: number
  onChange?: (value: number) => void
}

/** Finds a school anywhere by what one types. */
export function SchoolSelect({ id, value, onChange, without }: Picked & { without?: number }) {
  const t = useWords(changeWords)
  const [q, setQ] = useState('')
  const { data } = useQuery({ ...asQuery(profileApi.find, { query: { q } }), enabled: q.trim() !== '' })
  const found = (data?.schools ?? []).filter((school) => school.id !== without)
  return (
    <Select
      {...(id && { id })}
      showSearch={{ filterOption: false, onSearch: setQ }}
      placeholder={t('findSchool')}
      notFoundContent={null}
      value={value ?? null}
      onChange={(picked) => picked !== null && onChange?.(picked)}
      options={found.map((school) => ({
        value: school.id,
        label: t('found', { name: school.name, where: school.clusters.join('、') || t('inNone') }),
      }))}
    />
  )
}

function ClusterSelect({ id, value, onChange, without }: Picked & { without: number }) {
  const { data } = useQuery(asQuery(unitApi.clusters, {}))
  return (
    <Select
      {...(id && { id })}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      onChange={(picked) => picked !== null && onChange?.(picked)}
      options={(data?.clusters ?? [])
        .filter((cluster) => cluster.id !== without)
        .map((cluster) => ({ value: cluster.id, label: cluster.name }))}
    />
  )
}

function Effects({ unitId, fields }: { unitId: number; fields: ChangeFields | undefined }) {
  const t = useWords(changeWords)
  const preview = useQuery({
    ...asQuery(changeApi.preview, { params: { unitId }, query: fields ?? ({} as ChangeFields) }),
    enabled: fields !== undefined,
    retry: false,
  })
  return (
    <section className="effects" aria-live="polite">
      <h3>{t('effects')}</h3>
      {!fields && <p className="quiet">{t('fillFirst')}</p>}
      {preview.isFetching && <p className="quiet">{t('looking')}</p>}
      <ProblemNote error={fields && preview.error} />
      {preview.data && !preview.error && (
        <>
          <p>{preview.data.told}。</p>
          {preview.data.notices.map((notice) => (
            <p key={notice}>{notice}</p>
          ))}
          {preview.data.effects.length === 0 && <p>{t('noEffects')}</p>}
          <ul>
            {preview.data.effects.map((effect) => (
              <li key={`${effect.clusterId} ${effect.schoolYear}`}>
                <EffectLine effect={effect} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function EffectLine({ effect }: { effect: Effect }) {
  const t = useWords(changeWords)
  const facts = { cluster: effect.clusterName, year: effect.schoolYear }
  const counts = effect.counts.map(({ title, unit, value }) => t('count', { title, unit, value: inFigures(value) }))
  return (
    <>
      <b>{t(effect.gained ? 'gains' : 'loses', facts)}</b>
      {counts.join('、') || t('nothingCounted')}
    </>
  )
}
