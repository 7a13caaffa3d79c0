import { useQuery } from '@tanstack/react-query'
import { Side } from './entry.tsx'
import { fileWords } from './file-words.ts'
import { ProblemNote } from './problem-view.tsx'
import { TableSkeleton } from './skeleton.tsx'
import { useWords } from './words.ts'

export interface FileText {
  parts: { title: string; text: string }[]
  failure: string | null
}

interface Given {
  name: string
  href: string
  text: () => Promise<FileText>
  open: boolean
  onClose: () => void
}

/** What a file says, beside the page: pages, slides or sheets one below the other. */
export function FileTextSide({ name, open, onClose, ...asked }: Given) {
  const t = useWords(fileWords)
  return (
    <Side title={t('textOf', { name })} open={open} onClose={onClose}>
      {open && <Parts {...asked} />}
    </Side>
  )
}

function Parts({ href, text }: Pick<Given, 'href' | 'text'>) {
  const t = useWords(fileWords)
  const { data, error } = useQuery({ queryKey: [href, 'text'], queryFn: text })
  if (error) return <ProblemNote error={error} />
  if (!data) return <TableSkeleton rows={6} columns={1} />
  if (data.failure) return <p>{data.failure}</p>
  if (data.parts.length === 0) return <p>{t('noText')}</p>
  return data.parts.map((part, index) => (
    <section key={index}>
      <h3>{part.title}</h3>
      <p className="file-text">{part.text}</p>
    </section>
  ))
}
