import { useAddress } from '#ui/address.ts'
import { Filters } from '#ui/filters.tsx'
import { Picker } from '#ui/picker.tsx'
import { useWords } from '#ui/words.ts'
import { stageNames } from '../post.contract.ts'
import { postWords } from './words.ts'

/** What a list can be narrowed by. */
export interface Filtered {
  schoolId: number
  schoolName: string
  stage: string | null
  subject: string | null
  status: string
}

const keys = ['schoolId', 'stage', 'subject', 'status'] as const

const distinct = (values: readonly (string | null)[]): string[] =>
  [...new Set(values)].filter((value) => value !== null).sort((a, b) => a.localeCompare(b, 'zh-CN', { numeric: true }))

/** Narrows a list by what occurs in it; what is chosen stands in the address. */
export function PostFilters({ rows, statuses = false }: { rows: readonly Filtered[]; statuses?: boolean }) {
  const t = useWords(postWords)
  const [at, go] = useAddress()
  const schools = [...new Map(rows.map(({ schoolId, schoolName }) => [String(schoolId), schoolName]))]
  const name = schools.find(([id]) => id === at['schoolId'])?.[1]
  const active = [name, at['stage'], at['subject'], at['status']].filter((word) => word !== undefined)
  const picker = (key: (typeof keys)[number], label: string, all: string, values: readonly string[]) => (
    <Picker
      label={label}
      all={all}
      value={at[key]}
      options={values.map((value) => ({ value, label: value }))}
      onPick={(value) => go({ [key]: value })}
    />
  )
  return (
    <Filters active={active} onClear={() => go(Object.fromEntries(keys.map((key) => [key, undefined])))}>
      <Picker
        label={t('school')}
        all={t('allSchools')}
        value={at['schoolId']}
        options={schools
          .map(([value, label]) => ({ value, label }))
          .sort((a, b) => a.label.localeCompare(b.label, 'zh-CN', { numeric: true }))}
        onPick={(schoolId) => go({ schoolId })}
      />
      {picker('stage', t('stage'), t('allStages'), stageNames)}
      {picker('subject', t('subject'), t('allSubjects'), distinct(rows.map(({ subject }) => subject)))}
      {statuses && picker('status', t('status'), t('allStatuses'), distinct(rows.map(({ status }) => status)))}
    </Filters>
  )
}
