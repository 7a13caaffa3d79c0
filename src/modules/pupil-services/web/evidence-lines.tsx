import { sizeInWords } from '#modules/files/file.contract.ts'
import { addressOf, call } from '#ui/api.ts'
import { FileLine } from '#ui/file-line.tsx'
import { evidenceApi, type Evidence } from '../evidence.contract.ts'

/** The files of an activity, a parents' school or a device. */
export const EvidenceLines = ({ files }: { files: readonly Evidence[] }) =>
  files.map(({ id, file }) => {
    const params = { evidenceId: id }
    const given = { title: file.name, file, size: sizeInWords(file.bytes), href: addressOf(evidenceApi.file, { params }) } // prettier-ignore
    return <FileLine key={id} {...given} text={() => call(evidenceApi.text, { params })} />
  })
