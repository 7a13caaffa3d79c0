import { Button, Input } from 'antd'
import { call } from '#ui/api.ts'
import { FileBringer } from '#ui/file-bringer.tsx'
import { useWords } from '#ui/words.ts'
import { acceptedEndings } from '#modules/files/file.contract.ts'
import type { Material } from '../content.contract.ts'
import { courseFileApi } from '../course-file.contract.ts'
import { courseWords } from './course-words.ts'

interface Given {
  courseId: string
  materials: Material[]
  onChange: (change: (all: Material[]) => Material[]) => void
}

const link: Material = { id: '', kind: 'link', title: '', fileId: null, address: '' }

/** The links and files of a lesson, as they are written. */
export function MaterialFields({ courseId, materials, onChange }: Given) {
  const t = useWords(courseWords)
  const put = (at: number, change: Partial<Material>) =>
    onChange((all) => all.map((one, n) => (n === at ? { ...one, ...change } : one)))
  const add = (material: Material) => onChange((all) => [...all, material])
  const keep = async (uploadId: string) => {
    const { id: fileId, name } = await call(courseFileApi.keep, { params: { courseId }, body: { uploadId } })
    add({ id: '', kind: 'file', title: name.replace(/\.[^.]+$/, ''), fileId, address: null })
  }
  return (
    <fieldset className="course-rubric">
      <legend>{t('materials')}</legend>
      {materials.map((material, n) => (
        <OneMaterial
          key={n}
          n={n + 1}
          material={material}
          onPut={(change) => put(n, change)}
          onDrop={() => onChange((all) => all.filter((_, at) => at !== n))}
        />
      ))}
      <p className="course-acts">
        <Button onClick={() => add(link)}>{t('addMaterial')}</Button>
      </p>
      <FileBringer label={t('addFile')} accept={acceptedEndings} onBrought={keep} />
      <p className="quiet">{t('fileHint')}</p>
    </fieldset>
  )
}

interface One {
  n: number
  material: Material
  onPut: (change: Partial<Material>) => void
  onDrop: () => void
}

function OneMaterial({ n, material: { kind, title, address }, onPut, onDrop }: One) {
  const t = useWords(courseWords)
  return (
    <div className="course-material">
      <Input
        aria-label={t('materialTitle', { n })}
        placeholder={t('materialTitle', { n })}
        value={title}
        maxLength={200}
        onChange={({ target }) => onPut({ title: target.value })}
      />
      {kind === 'link' && (
        <Input
          aria-label={t('materialAddress', { n })}
          placeholder="https://"
          value={address ?? ''}
          maxLength={2000}
          onChange={({ target }) => onPut({ address: target.value })}
        />
      )}
      <span>
        <Button onClick={onDrop}>{t('dropMaterial', { n })}</Button>
      </span>
    </div>
  )
}
