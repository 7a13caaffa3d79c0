import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Side } from './entry.tsx'
import './file.css'
import { fileWords } from './file-words.ts'
import { ProblemNote } from './problem-view.tsx'
import { TableSkeleton } from './skeleton.tsx'
import { useWords } from './words.ts'

interface Text {
  parts: { title: string; text: string }[]
  failure: string | null
}

interface Given {
  title: string
  file: { name: string; kind: string; isShown: boolean; downloads: number }
  /** 1.5 MB */
  size: string
  /** Where it is fetched; with `?show=1` it is shown in its place. */
  href: string
  /** What it says, for machines that cannot open it. */
  text: () => Promise<Text>
}

/** A file in one line: what it is, and what one can do with it. */
export function FileLine({ title, file, size, href, text }: Given) {
  const t = useWords(fileWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="file-line">
      <strong>{title}</strong>
      <span>{t('facts', { kind: file.kind, size, n: file.downloads })}</span>
      <span className="acts">
        {file.isShown && (
          <a href={`${href}?show=1`} target="_blank" rel="noreferrer">
            {t('show')}
          </a>
        )}
        {holdsText.has(file.kind) && (
          <Button type="link" size="small" onClick={() => setOpen(true)}>
            {t('text')}
          </Button>
        )}
        <a href={href} download={file.name}>
          {t('download')}
        </a>
      </span>
      <Side title={t('textOf', { name: file.name })} open={isOpen} onClose={() => setOpen(false)}>
        {isOpen && <FileText href={href} text={text} />}
      </Side>
    </div>
  )
}

const holdsText = new Set(['文档', '演示文稿', '表格', '文本'])

function FileText({ href, text }: Pick<Given, 'href' | 'text'>) {
  const t = useWords(fileWords)
  const { data, error } = useQuery({ queryKey: [href, 'text'], queryFn: text })
  if (error) return <ProblemNote error={error} />
  if (!data) return <TableSkeleton rows={6} columns={1} />
  if (data.failure) return <p>{data.failure}</p>
  if (data.parts.length === 0) return <p>{t('noText')}</p>
  return (
    <>
      {data.parts.map((part, index) => (
        <section key={index}>
          <h3>{part.title}</h3>
          <p className="file-text">{part.text}</p>
        </section>
      ))}
    </>
  )
}
