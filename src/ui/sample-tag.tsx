import { uiWords } from './ui-words.ts'
import { useWords } from './words.ts'

/** 示例, on everything that comes from the sample data. */
export function SampleTag() {
  const t = useWords(uiWords)
  return (
    <span className="sample-tag" title={t('sampleWhy')}>
      {t('sample')}
    </span>
  )
}
