import { signedIn } from '#shared/access.ts'
import { anyone, nothing, route, type Host } from '#platform/route.ts'
import { loadSchool } from '#modules/organizations/index.ts'
import { certificateFile, verifyCertificate } from './certificate.actions.ts'
import { keepsCredits, readsCredits, recognises } from './course.access.ts'
import { holderOf, loadHolder } from './course.load.ts'
import { dropCredit, enterCredits, loadCredit, readMine, readSchool } from './credit.actions.ts'
import { creditApi } from './credit.contract.ts'
import { exportSchool } from './credit.export.ts'
import { giveBack, loadDeclaration, readDeclarations, recognise } from './declaration.actions.ts'
import { declarationApi } from './declaration.contract.ts'

export function declarationRoutes(host: Host): void {
  route(host, declarationApi.list, {
    load: (ctx, { params }) => loadHolder(ctx, params.unitId),
    may: (actor, unit) => recognises(actor, holderOf(unit)),
    run: (ctx, { subject }) => readDeclarations(ctx, subject),
  })
  route(host, declarationApi.recognise, {
    load: (ctx, { params }) => loadDeclaration(ctx, params.declarationId),
    may: (actor, { holder }) => recognises(actor, holder),
    run: (ctx, { subject, body }) => recognise(ctx, subject, body),
  })
  route(host, declarationApi.giveBack, {
    load: (ctx, { params }) => loadDeclaration(ctx, params.declarationId),
    may: (actor, { holder }) => recognises(actor, holder),
    run: (ctx, { subject, body }) => giveBack(ctx, subject, body),
  })
}

export function creditRoutes(host: Host): void {
  route(host, creditApi.mine, { load: nothing, may: signedIn, run: (ctx) => readMine(ctx) })
  route(host, creditApi.school, {
    load: (ctx, { params }) => loadSchool(ctx, params.schoolId),
    may: (actor, unit) => readsCredits(actor, holderOf(unit)),
    run: (ctx, { subject }) => readSchool(ctx, subject),
  })
  route(host, creditApi.export, {
    load: (ctx, { params }) => loadSchool(ctx, params.schoolId),
    may: (actor, unit) => readsCredits(actor, holderOf(unit)),
    run: (ctx, { subject }) => exportSchool(ctx, subject),
    audited: true,
  })
  route(host, creditApi.enter, {
    load: (ctx, { params }) => loadSchool(ctx, params.schoolId),
    may: (actor, unit) => keepsCredits(actor, holderOf(unit)),
    run: (ctx, { subject, body }) => enterCredits(ctx, subject, body),
  })
  route(host, creditApi.drop, {
    load: (ctx, { params }) => loadCredit(ctx, params.creditId),
    may: (actor, { holder }) => keepsCredits(actor, holder),
    run: (ctx, { subject }) => dropCredit(ctx, subject),
  })
  route(host, creditApi.file, {
    load: (ctx, { params }) => loadCredit(ctx, params.creditId),
    may: (actor, { holder, isOwn }) => isOwn || readsCredits(actor, holder),
    run: (ctx, { subject, params }) => certificateFile(ctx, subject, params.format),
    audited: true,
  })
  route(host, creditApi.verify, {
    load: nothing,
    may: anyone,
    run: (ctx, { params }) => verifyCertificate(ctx, params.code),
    perMinute: 30,
  })
}
