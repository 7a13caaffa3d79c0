import { createHmac, randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose'
import { seal, unseal } from '#platform/seal.ts'
import type { Claims } from './launch.rules.ts'
import { ltiProblems } from './problems.ts'
import type { KeyRow } from './tool.sql.ts'

/** What is sealed: the private key, and what pseudonyms are made from. */
interface Secret {
  key: JWK
  salt: string
}

const PURPOSE = 'lti tool key'
const ALG = 'RS256'

/** Every tool has a key of its own: what one of them is sent proves nothing to another. */
export async function makeKey(dataDir: string, toolId: string): Promise<KeyRow> {
  const { publicKey, privateKey } = await generateKeyPair(ALG, { extractable: true })
  const { n, e } = await exportJWK(publicKey)
  const secret: Secret = { key: await exportJWK(privateKey), salt: randomBytes(32).toString('base64url') }
  return {
    publicJwk: { kty: 'RSA', n: n!, e: e!, kid: toolId, alg: ALG, use: 'sig' },
    sealed: seal(dataDir, PURPOSE, JSON.stringify(secret)),
  }
}

function opened(dataDir: string, { sealed }: KeyRow): Secret {
  const text = unseal(dataDir, PURPOSE, Buffer.from(sealed))
  if (text === undefined) throw ltiProblems.keyLost()
  return JSON.parse(text) as Secret
}

/** Who somebody is to one tool: always the same there, and of no use to find them elsewhere. */
export const pseudonym = (dataDir: string, key: KeyRow, accountId: string): string =>
  createHmac('sha256', opened(dataDir, key).salt).update(accountId).digest('base64url')

export async function signed(dataDir: string, key: KeyRow, claims: Claims): Promise<string> {
  const { key: jwk } = opened(dataDir, key)
  const header = { alg: ALG, typ: 'JWT', kid: key.publicJwk.kid }
  return new SignJWT({ ...claims }).setProtectedHeader(header).sign(await importJWK(jwk, ALG))
}
