import { addressOf } from '#ui/api.ts'
import { useWords } from '#ui/words.ts'
import { filingApi, filingFormats } from '../filing.contract.ts'
import { mobilityWords } from './words.ts'

const formatNames = { xlsx: 'Excel', docx: 'Word', pdf: 'PDF' } as const

/** The district's form of a year's whole, or of a batch. */
export function FormLinks({ unitId, year, batchId }: { unitId: number; year: number; batchId?: string }) {
  const t = useWords(mobilityWords)
  const query = { year, ...(batchId && { batchId }) }
  return (
    <span className="file-links">
      <span className="quiet">{t('yearFile', { year })}</span>
      {filingFormats.map((format) => (
        <a key={format} href={addressOf(filingApi.file, { params: { unitId, format }, query })} download>
          {formatNames[format]}
        </a>
      ))}
    </span>
  )
}
