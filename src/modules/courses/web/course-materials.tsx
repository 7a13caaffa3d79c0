import { useQuery } from '@tanstack/react-query'
import { addressOf, asQuery, call } from '#ui/api.ts'
import { FileLine } from '#ui/file-line.tsx'
import { useWords } from '#ui/words.ts'
import { sizeInWords, type FileFacts } from '#modules/files/file.contract.ts'
import { toolOf } from '#modules/lti/tool.contract.ts'
import type { Material } from '../content.contract.ts'
import { courseFileApi } from '../course-file.contract.ts'
import { openApi } from '../open.contract.ts'
import { toolLinkApi } from '../tool-link.contract.ts'
import { courseWords } from './course-words.ts'

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
  if (courseId) return <LinkMaterial material={material} address={address} courseId={courseId} />
  return <Outside href={address}>{title || address}</Outside>
}

function Outside({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}

/** A plain address, or the way into a tool that is told who comes; all links of a page ask once. */
function LinkMaterial({ material, address, courseId }: { material: Material; address: string; courseId: string }) {
  const t = useWords(courseWords)
  const { data } = useQuery(asQuery(toolLinkApi.list, { params: { courseId } }))
  const tool = toolOf(address, data?.tools ?? [])
  const title = material.title || address
  if (!tool) return <Outside href={address}>{title}</Outside>
  const href = addressOf(toolLinkApi.open, { params: { courseId, materialId: material.id } })
  return <Outside href={href}>{t('byTool', { title, tool: tool.name })}</Outside>
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
