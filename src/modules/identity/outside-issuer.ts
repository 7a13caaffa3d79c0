import * as oidc from 'openid-client'
import type { OidcConfig } from '#platform/config.ts'
import { identityProblems } from './problems.ts'

/** What is remembered between going to the house's sign-in and coming back. */
export interface Errand {
  state: string
  nonce: string
  verifier: string
  /** Where the person comes back to. */
  returnTo: string
}

const PATIENCE_S = 8
const known = new Map<string, oidc.Configuration>()

/** Plain http is for an issuer on this very machine; everywhere else the password would lie open on the line. */
const onThisMachine = ({ protocol, hostname }: URL) =>
  protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

const howToTell = (secret: string) => (secret ? oidc.ClientSecretBasic(secret) : oidc.None())

async function issuerOf({ issuer, clientId, clientSecret }: OidcConfig): Promise<oidc.Configuration> {
  const key = `${issuer} ${clientId}`
  const found = known.get(key)
  if (found) return found
  const url = new URL(issuer)
  try {
    const made = await oidc.discovery(url, clientId, {}, howToTell(clientSecret), {
      timeout: PATIENCE_S,
      ...(onThisMachine(url) && { execute: [oidc.allowInsecureRequests] }),
    })
    known.set(key, made)
    return made
  } catch (error) {
    throw identityProblems.outsideAway({ why: (error as Error).message })
  }
}

/** Where to send the person, and what to remember until they are back. */
export async function beginErrand(config: OidcConfig, returnTo: string): Promise<{ errand: Errand; address: string }> {
  const issuer = await issuerOf(config)
  const errand = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    returnTo,
  }
  const address = oidc.buildAuthorizationUrl(issuer, {
    redirect_uri: returnTo,
    scope: 'openid profile',
    state: errand.state,
    nonce: errand.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(errand.verifier),
    code_challenge_method: 'S256',
  })
  return { errand, address: address.href }
}

/** Who came back: the code is changed for a signed statement, in which state, nonce, issuer and recipient must fit. */
export async function finishErrand(
  config: OidcConfig,
  { returnTo, state, nonce, verifier }: Errand,
  answer: string,
): Promise<{ issuer: string; subject: string; label: string }> {
  const came = new URL(returnTo)
  came.search = answer
  if (came.searchParams.get('error') === 'access_denied') throw identityProblems.outsideDenied()
  try {
    const tokens = await oidc.authorizationCodeGrant(await issuerOf(config), came, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const { iss, sub, name, preferred_username: login } = tokens.claims()!
    return { issuer: iss, subject: sub, label: String(name ?? login ?? sub) }
  } catch (error) {
    throw isAway(error) ? identityProblems.outsideAway({ why: (error as Error).message }) : brokenBy(error)
  }
}

const codeOf = (error: unknown) => String((error as { code?: unknown }).code ?? '')

const isAway = (error: unknown): boolean =>
  codeOf(error) === 'identity.outsideAway' || codeOf(error) === 'OAUTH_TIMEOUT' || error instanceof TypeError

const brokenBy = (error: unknown) => identityProblems.outsideBroken({ why: codeOf(error) })
