import { useQuery } from '@tanstack/react-query'
import { addressOf, asQuery, call } from '#ui/api.ts'
import { FileLine } from '#ui/file-line.tsx'
import { sizeInWords, type FileFacts } from '#modules/files/file.contract.ts'
import type { Material } from '../content.contract.ts'
import { courseFileApi } from '../course-file.contract.ts'
import { openApi } from '../open.contract.ts'

/** The files of a course that is open to everybody. */
export interface OpenFiles {
  courseId: string
  files: readonly FileFacts[]
}

interface Given {
  materials: readonly Material[]
  /** Whose files they are; left out where they cannot be fetched. */
  courseId: string | undefined
  open: OpenFiles | undefined
}

/** The links and files of a lesson. */
export function Materials({ materials, ...from }: Given) {
  if (materials.length === 0) return null
  return (
    <ul className="course-materials">
      {materials.map((material) => (
        <li key={material.id}>
          <OneMaterial material={material} {...from} />
        </li>
      ))}
    </ul>
  )
}

function OneMaterial({ material, courseId, open }: Omit<Given, 'materials'> & { material: Material }) {
  const { title, address, fileId } = material
  if (fileId !== null && courseId) return <FileMaterial title={title} fileId={fileId} courseId={courseId} />
  if (fileId !== null && open) return <OpenMaterial title={title} fileId={fileId} open={open} />
  if (!address) return title
  return (
    <a href={address} target="_blank" rel="noreferrer">
      {title || address}
    </a>
  )
}

function OpenMaterial({
  title,
  fileId,
  open: { courseId, files },
}: {
  title: string
  fileId: string
  open: OpenFiles
}) {
  const file = files.find(({ id }) => id === fileId)
  if (!file) return title
  const href = addressOf(openApi.file, { params: { courseId, fileId } })
  return (
    <a href={href} download>
      {`${title}（${file.kind}，${sizeInWords(file.bytes)}）`}
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
