import type { Walk } from '../walk.contract.ts'

/** The certificate of a finished walk, to have. */
export function Certificate({ walk: { id, number, route } }: { walk: Walk }) {
  return (
    <p>
      {number}{' '}
      <a className="m-link" href={`/api/walks/${id}/certificate/pdf`} download aria-label={`下载${route}的完成证明`}>
        下载完成证明
      </a>
    </p>
  )
}
