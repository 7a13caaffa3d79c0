import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { acceptedEndings } from '#modules/files/file.contract.ts'
import { asQuery } from '#ui/api.ts'
import { FileBringer } from '#ui/file-bringer.tsx'
import { Picker } from '#ui/picker.tsx'
import { useWords } from '#ui/words.ts'
import { evidenceApi, type Evidence } from '../evidence.contract.ts'
import { MOST_FILES } from '../evidence.rules.ts'
import { evidenceWords } from './evidence-words.ts'

/** What is chosen so far: files at hand, and those that were brought here and are kept when the form is saved. */
export interface Chosen {
  kept: readonly { id: string; name: string }[]
  brought: readonly { id: string; name: string }[]
}

export const chosenOf = (files: readonly Evidence[] = []): Chosen => ({
  kept: files.map(({ id, file: { name } }) => ({ id, name })),
  brought: [],
})

/** As the form sends it. */
export const bodyOf = ({ kept, brought }: Chosen) => ({
  evidenceIds: kept.map(({ id }) => id),
  uploadIds: brought.map(({ id }) => id),
})

interface Given {
  /** Whose files are offered to be used again; not known: none. */
  schoolId: number | undefined
  chosen: Chosen
  /** What is chosen becomes something else; a file may have come while others were chosen. */
  onChoose: (change: (now: Chosen) => Chosen) => void
  /** What is to be minded of these files. */
  note?: string
}

/** The files of a thing: brought here, or chosen from those that the school brought before. */
export function EvidenceField({ schoolId, chosen: { kept, brought }, onChoose, note = '' }: Given) {
  const t = useWords(evidenceWords)
  const without = (id: string) =>
    onChoose((now) => ({
      kept: now.kept.filter((one) => one.id !== id),
      brought: now.brought.filter((one) => one.id !== id),
    }))
  const shown = [...kept, ...brought]
  return (
    <fieldset className="evidence-field">
      <legend>{t('files', { most: MOST_FILES })}</legend>
      <p className="quiet">
        {t('lead')}
        {note}
      </p>
      {shown.length > 0 && (
        <ul>
          {shown.map(({ id, name }) => (
            <li key={id}>
              <span>{name}</span>
              <Button size="small" aria-label={t('remove', { name })} onClick={() => without(id)}>
                ✕
              </Button>
            </li>
          ))}
        </ul>
      )}
      {shown.length < MOST_FILES && (
        <>
          {schoolId !== undefined && (
            <Offered
              schoolId={schoolId}
              taken={kept.map(({ id }) => id)}
              onPick={(file) => onChoose((now) => ({ ...now, kept: [...now.kept, file] }))}
            />
          )}
          <FileBringer
            label={t('bring')}
            accept={acceptedEndings}
            onBrought={(id, { name }) => onChoose((now) => ({ ...now, brought: [...now.brought, { id, name }] }))}
          />
        </>
      )}
    </fieldset>
  )
}

interface Offering {
  schoolId: number
  taken: readonly string[]
  onPick: (file: { id: string; name: string }) => void
}

/** What the school brought before; nothing where there is none, or none that the writer may use. */
function Offered({ schoolId, taken, onPick }: Offering) {
  const t = useWords(evidenceWords)
  const { data } = useQuery({ ...asQuery(evidenceApi.list, { params: { unitId: schoolId } }), retry: false })
  const left = (data?.files ?? []).filter(({ id }) => !taken.includes(id))
  if (left.length === 0) return null
  const pick = (picked: string | undefined) => {
    const found = left.find(({ id }) => id === picked)
    if (found) onPick({ id: found.id, name: found.file.name })
  }
  return (
    <Picker
      label={t('again')}
      all={t('again')}
      value={undefined as string | undefined}
      options={left.map(({ id, file: { name }, uses }) => ({
        value: id,
        label: t('offered', { name, uses: uses.join('、') || t('unused') }),
      }))}
      onPick={pick}
    />
  )
}
