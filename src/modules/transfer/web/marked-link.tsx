import { addressOf } from '#ui/api.ts'
import { useWords } from '#ui/words.ts'
import type { Import } from '../import.contract.ts'
import { remarksApart } from '../import.rules.ts'
import { markedApi } from '../marked.contract.ts'
import { fileWords } from './file-words.ts'

/** The sender's own file with its faults marked, where there are any. */
export function MarkedLink({ one }: { one: Import }) {
  const t = useWords(fileWords)
  if (!one.report || remarksApart(one.report).faultsTotal === 0) return null
  return (
    <p className="marked-link">
      <a href={addressOf(markedApi.read, { params: { importId: one.id } })} download>
        {t('marked')}
      </a>
      {/* Of a package only what was read of it comes back, as a table. */}
      {!/\.zip$/i.test(one.fileName) && <span className="quiet">{t('markedWhy')}</span>}
    </p>
  )
}
