import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { pathApi, type PathLine } from '../path.contract.ts'
import { pathWords } from './path-words.ts'
import { PathSide } from './sides.ts'
import './path.css'

/** The paths of a cluster, above its courses. */
export function PathsPart({ unitId }: { unitId: number }) {
  const t = useWords(pathWords)
  const [isAdding, setAdding] = useState(false)
  const { data } = useQuery(asQuery(pathApi.list, { params: { unitId } }))
  if (!data) return null
  const { paths, schools } = data
  const mayAdd = schools.length > 0
  return (
    <section aria-labelledby="course-paths" className="paths-part">
      <h2 id="course-paths" className="section-head">
        {t('part')}
        {mayAdd && (
          <span className="course-acts">
            <Button size="small" onClick={() => setAdding(true)}>
              {t('add')}
            </Button>
          </span>
        )}
      </h2>
      <p className="quiet">{paths.length > 0 ? t('partLead') : t(mayAdd ? 'none' : 'noneRead')}</p>
      <ul className="path-list">
        {paths.map((path) => (
          <Line key={path.id} path={path} />
        ))}
      </ul>
      {isAdding && <PathSide unitId={unitId} schools={schools} onClose={() => setAdding(false)} />}
    </section>
  )
}

function Line({ path }: { path: PathLine }) {
  const t = useWords(pathWords)
  const { id, name, school, state, published, isWithdrawn, steps } = path
  const said = [
    school.name,
    t('summary', { n: steps.filter(({ course }) => course).length }),
    state === '编写中' && published === 0 && t('stateDraft'),
    state !== '编写中' && state !== '已入库' && t('stateReview', { state }),
    isWithdrawn && t('isWithdrawn'),
  ]
  return (
    <li className="path-line" aria-label={name}>
      <Go to={places.coursePath(id)}>{name}</Go>
      <span className="path-marks">
        {steps.map(({ step, short, course }) => (
          <span key={step} className={course ? undefined : 'path-gap'} title={course?.name ?? t('gap')}>
            {short}
          </span>
        ))}
      </span>
      <span className="quiet">{said.filter(Boolean).join('，')}</span>
    </li>
  )
}
