import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '#platform/config.ts'

/** A new session's token: 256 random bits, which only the browser keeps. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of a token: who reads the table cannot sign in with it. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** __Host- binds the cookie to this very host over https; a plain LAN address cannot have that. */
const cookieName = ({ secureCookies }: Config): string => (secureCookies ? '__Host-yanzhen' : 'yanzhen')

export const tokenOf = (request: FastifyRequest, config: Config): string | undefined =>
  request.cookies[cookieName(config)]

/** By what a session is told from others where it must not be entered by it. */
export const sessionMark = (request: FastifyRequest, config: Config): string =>
  hashOf(tokenOf(request, config) ?? '').toString('base64url')

/** Gives the token to the browser until it is closed; how long it is good for, the server decides. */
export function keepToken(reply: FastifyReply, config: Config, token: string): void {
  reply.setCookie(cookieName(config), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: config.secureCookies,
  })
}

export function dropToken(reply: FastifyReply, config: Config): void {
  reply.clearCookie(cookieName(config), { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secureCookies })
}
