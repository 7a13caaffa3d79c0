import { useQuery } from '@tanstack/react-query'
import { addressOf, asQuery, call } from '#ui/api.ts'
import { FileLine } from '#ui/file-line.tsx'
import { sizeInWords } from '#modules/files/file.contract.ts'
import type { Material } from '../content.contract.ts'
import { courseFileApi } from '../course-file.contract.ts'

interface Given {
  materials: readonly Material[]
  /** Whose files they are; left out where they cannot be fetched. */
  courseId: string | undefined
}

/** The links and files of a lesson. */
export function Materials({ materials, courseId }: Given) {
  if (materials.length === 0) return null
  return (
    <ul className="course-materials">
      {materials.map((material) => (
        <li key={material.id}>
          <OneMaterial material={material} courseId={courseId} />
        </li>
      ))}
    </ul>
  )
}

function OneMaterial({ material, courseId }: { material: Material; courseId: string | undefined }) {
  const { title, address, fileId } = material
  if (fileId !== null && courseId) return <FileMaterial title={title} fileId={fileId} courseId={courseId} />
  if (!address) return title
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {title || address}
    </a>
  )
}

/** All lessons of a page ask once. */
function FileMaterial({ title, fileId, courseId }: { title: string; fileId: string; courseId: string }) {
  const { data } = useQuery(asQuery(courseFileApi.list, { params: { courseId } }))
  const file = data?.files.find(({ id }) => id === fileId)
  if (!file) return title
  const params = { courseId, fileId }
  return (
    <FileLine
      title={title}
      file={file}
      size={sizeInWords(file.bytes)}
      href={addressOf(courseFileApi.read, { params })}
      text={() => call(courseFileApi.text, { params })}
    />
  )
}
