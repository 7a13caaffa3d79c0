import { signedIn } from '#shared/access.ts'
import { anyone, nothing, route, type Host } from '#platform/route.ts'
import {
  certificateFile,
  findService,
  issueCertificate,
  loadCertificate,
  loadService,
  readService,
  verify,
  withdrawCertificate,
} from './certificate.actions.ts'
import { findOwnTeacher } from '#modules/identity/index.ts'
import { certificateApi } from './certificate.contract.ts'
import { certifies, withdrawsCertificate } from './mobility.access.ts'

export function certificateRoutes(host: Host): void {
  route(host, certificateApi.own, {
    load: nothing,
    may: signedIn,
    run: async (ctx) => {
      const own = await findOwnTeacher(ctx)
      const one = own && (await loadService(ctx, own, true))
      return { service: one ? await readService(ctx, one) : null }
    },
  })
  route(host, certificateApi.service, {
    load: (ctx, { params }) => findService(ctx, params.teacherId),
    may: certifies,
    run: (ctx, { subject }) => readService(ctx, subject),
  })
  route(host, certificateApi.issue, {
    load: (ctx, { params }) => findService(ctx, params.teacherId),
    may: certifies,
    run: async (ctx, { subject, body }) => ({ certificateId: await issueCertificate(ctx, subject, body.purpose) }),
  })
  paperRoutes(host)
}

/** The paper itself: to have, to take back, to check. */
function paperRoutes(host: Host): void {
  route(host, certificateApi.file, {
    load: (ctx, { params }) => loadCertificate(ctx, params.certificateId),
    may: certifies,
    audited: true,
    run: (ctx, { subject, params }) => certificateFile(ctx, subject.row, params.format),
  })
  route(host, certificateApi.withdraw, {
    load: (ctx, { params }) => loadCertificate(ctx, params.certificateId),
    may: withdrawsCertificate,
    run: async (ctx, { subject, body }) => {
      await withdrawCertificate(ctx, subject, body.why)
      return {}
    },
  })
  route(host, certificateApi.verify, {
    load: nothing,
    may: anyone,
    run: (ctx, { params }) => verify(ctx, params.code),
    perMinute: 30,
  })
}
